package org.betor.core.internal.catalog;

import java.time.DateTimeException;
import java.util.stream.Stream;
import org.betor.api.model.Release;
import org.betor.api.model.Section;

/**
 * The record of a release: its key and its sections as JSON. Nothing that can be computed from
 * these is in it.
 */
final class ReleaseJson {
  /** Goes up when earlier readers would misread a record. A new field alone does them no harm. */
  static final long VERSION = 1;

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
  static Release read(RecordReader in) {
    try {
      return ReleaseFields.read(in);
    } catch (DateTimeException | ArithmeticException | IndexOutOfBoundsException reason) {
      throw new IllegalArgumentException("a value out of range: " + reason.getMessage(), reason);
    }
  }
}
