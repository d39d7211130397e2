package org.betor.core.internal.catalog;

import static org.betor.core.internal.catalog.RecordReader.Fields.required;

import java.util.ArrayList;
import java.util.List;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.jspecify.annotations.Nullable;

/** A release while it is read. */
final class ReleaseFields implements RecordReader.Fields {
  private @Nullable Long version;
  private @Nullable String key;
  private final List<Section> sections = new ArrayList<>();

  static Release read(RecordReader in) {
    ReleaseFields fields = new ReleaseFields();
    in.object(fields);
    return fields.release();
  }

  @Override
  public void read(String name, RecordReader in) {
    switch (name) {
      case "v" -> version = readable(in.number());
      case "key" -> key = in.text();
      default -> readSections(name, in);
    }
  }

  private void readSections(String label, RecordReader in) {
    for (SectionKind kind : SectionKind.ALL) {
      if (kind.label().equals(label)) {
        sections.addAll(in.list(section -> SectionFields.read(kind, section)));
        return;
      }
    }
    in.skip();
  }

  private static long readable(long version) {
    if (version > ReleaseJson.VERSION) {
      throw new IllegalArgumentException(
          "a record of version %d; this program reads up to %d, use a later one"
              .formatted(version, ReleaseJson.VERSION));
    }
    return version;
  }

  private Release release() {
    required("v", version);
    return Release.of(new ReleaseKey(required("key", key))).with(sections);
  }
}
