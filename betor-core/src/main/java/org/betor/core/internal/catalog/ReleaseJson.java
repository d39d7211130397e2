package org.betor.core.internal.catalog;

import java.time.DateTimeException;
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

  static void write(Release release, RecordWriter out) {
    out.object(
        json -> {
          json.number("v", VERSION).text("key", release.key().value());
          for (SectionKind kind : SectionKind.ALL) {
            json.list(kind.label(), kind.sectionsOf(release), ReleaseJson::section);
          }
        });
  }

  private static void section(RecordWriter out, Section section) {
    out.object(json -> SectionJson.write(section, json));
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
