package org.betor.core.internal.catalog;

import org.betor.api.model.Release;

/** A release as one line of JSON in UTF-8, without the end of the line. */
public final class ReleaseLine {
  private ReleaseLine() {}

  /** The line of a release. */
  public static byte[] of(Release release) {
    return JsonWriter.write(release);
  }

  /**
   * The release of a line.
   *
   * @throws IllegalArgumentException if it is none, or of a later version
   */
  public static Release read(byte[] line) {
    return JsonReader.read(line, 0, line.length);
  }
}
