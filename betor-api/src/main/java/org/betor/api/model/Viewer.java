package org.betor.api.model;

/**
 * Who looks at the catalogue. A release shows only to viewers whose level is at least its own.
 *
 * @param id names the viewer in messages; may be empty
 * @param level the access level, from 0
 */
public record Viewer(String id, int level) {
  /** Whoever it is: level 0. */
  public static final Viewer ANYONE = new Viewer("", 0);

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if the level is negative, or {@link Integer#MAX_VALUE}
   */
  public Viewer {
    checkLevel(level);
  }

  /** The largest number is the level of what is blocked. */
  static void checkLevel(int level) {
    if (level < 0 || level == Integer.MAX_VALUE) {
      throw new IllegalArgumentException("an access level is 0 or more, got " + level);
    }
  }
}
