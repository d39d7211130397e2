package org.betor.accounts;

/** How much is answered at once. */
final class Pages {
  private Pages() {}

  static void checkLimit(int limit, int most) {
    if (limit < 1 || limit > most) {
      throw new IllegalArgumentException("a page has 1 to %d rows, got %d".formatted(most, limit));
    }
  }
}
