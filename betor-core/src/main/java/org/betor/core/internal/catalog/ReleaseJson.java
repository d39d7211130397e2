package org.betor.core.internal.catalog;

import java.time.DateTimeException;
import java.util.stream.Stream;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;

/**
 * The record of a release: its key and its sections as compact JSON in UTF-8. Nothing that can be
 * computed from these is in it.
 */
final class ReleaseJson {
  /** Goes up when earlier readers would misread a record. A new field alone does them no harm. */
  private static final long VERSION = 1;

  private ReleaseJson() {}

  static byte[] write(Release release) {
    JsonObject json = new JsonObject().put("v", VERSION).put("key", release.key().value());
    for (SectionKind kind : SectionKind.values()) {
      Stream<Section> sections = release.sections().stream().filter(kind::holds);
      json.put(kind.label(), sections.map(SectionJson::write).toList());
    }
    return json.toBytes();
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException if it is broken, or of a later version
   */
  static Release read(byte[] bytes, int offset, int length) {
    JsonObject json = JsonObject.read(bytes, offset, length);
    long version = json.get("v", Long.class);
    if (version > VERSION) {
      throw new IllegalArgumentException(
          "a record of version %d; this program reads up to %d, use a later one"
              .formatted(version, VERSION));
    }
    try {
      return Release.of(new ReleaseKey(json.get("key", String.class)))
          .with(Stream.of(SectionKind.values()).flatMap(kind -> sections(kind, json)).toList());
    } catch (DateTimeException | ArithmeticException | IndexOutOfBoundsException reason) {
      throw new IllegalArgumentException("a value out of range: " + reason.getMessage(), reason);
    }
  }

  private static Stream<Section> sections(SectionKind kind, JsonObject json) {
    return json.list(kind.label(), JsonObject.class).stream()
        .map(section -> SectionJson.read(kind, section));
  }
}
