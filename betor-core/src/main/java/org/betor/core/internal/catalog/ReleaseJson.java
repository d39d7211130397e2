package org.betor.core.internal.catalog;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;

/**
 * The record of a release: its key and its sections as JSON. Nothing that can be computed from
 * these is in it.
 */
final class ReleaseJson {
  /** Goes up when earlier readers would misread a record. A new field alone does them no harm. */
  private static final long VERSION = 1;

  private ReleaseJson() {}

  static JsonObject of(Release release) {
    JsonObject json = new JsonObject().put("v", VERSION).put("key", release.key().value());
    for (SectionKind kind : SectionKind.values()) {
      Stream<Section> sections = release.sections().stream().filter(kind::holds);
      json.put(kind.label(), sections.map(SectionJson::write).toList());
    }
    return json;
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException if it is broken, or of a later version
   */
  static Release read(JsonObject json) {
    long version = json.get("v", Long.class);
    if (version > VERSION) {
      throw new IllegalArgumentException(
          "a record of version %d; this program reads up to %d, use a later one"
              .formatted(version, VERSION));
    }
    try {
      List<Section> sections = new ArrayList<>();
      for (SectionKind kind : SectionKind.values()) {
        for (JsonObject section : json.list(kind.label(), JsonObject.class)) {
          sections.add(SectionJson.read(kind, section));
        }
      }
      return Release.of(new ReleaseKey(json.get("key", String.class))).with(sections);
    } catch (DateTimeException | ArithmeticException | IndexOutOfBoundsException reason) {
      throw new IllegalArgumentException("a value out of range: " + reason.getMessage(), reason);
    }
  }
}
