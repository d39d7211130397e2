package org.betor.core.internal.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.core.internal.catalog.LogEntry.Part;

/**
 * All that a batch writes of one release.
 *
 * @param anew whether the release is removed first
 * @param parts what is written then
 */
record Merge(ReleaseKey key, boolean anew, List<Part> parts) {

  static Collection<Merge> of(List<Part> batch) {
    Map<ReleaseKey, Merge> merges = new LinkedHashMap<>();
    for (Part part : batch) {
      merges
          .computeIfAbsent(part.release().key(), key -> new Merge(key, false, new ArrayList<>()))
          .parts
          .add(part);
      if (part.removes()) {
        merges.put(part.release().key(), new Merge(part.release().key(), true, new ArrayList<>()));
      }
    }
    return merges.values();
  }

  /** The release as it is after this, if there was none before. */
  Part alone() {
    return parts.size() == 1 ? parts.get(0) : Part.of(Release.of(key).with(sections()));
  }

  /** The release as it is after this. */
  Part onto(Optional<Release> current) {
    return current
        .filter(release -> !release.sections().isEmpty())
        .map(release -> Part.of(release.with(sections())))
        .orElseGet(this::alone);
  }

  private List<Section> sections() {
    return parts.stream().flatMap(part -> part.release().sections().stream()).toList();
  }
}
