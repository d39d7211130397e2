package org.betor.mods;

/**
 * Which part of a list is wanted.
 *
 * @param page from 0
 * @param size 1 to 50
 */
public record Paging(int page, int size) {
  /** The first ten. */
  public static final Paging FIRST = new Paging(0, 10);

  /** No page has more rows. */
  static final int LARGEST = 50;

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if one of them is out of its range
   */
  public Paging {
    if (page < 0 || size < 1 || size > LARGEST) {
      throw new IllegalArgumentException(
          "pages are counted from 0 and have 1 to %d rows, got page %d of %d rows"
              .formatted(LARGEST, page, size));
    }
  }

  /** How many rows come before. */
  public long offset() {
    return (long) page * size;
  }
}
