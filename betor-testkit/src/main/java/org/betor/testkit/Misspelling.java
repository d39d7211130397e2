package org.betor.testkit;

/** A word that may stand for another. */
final class Misspelling {
  private static final int LONG_ENOUGH = 4;

  private Misspelling() {}

  /** Whether a word is long enough to be misspelt, has no digit and is one letter away. */
  static boolean of(String typed, String meant) {
    int[] from = typed.codePoints().toArray();
    int[] to = meant.codePoints().toArray();
    return from.length >= LONG_ENOUGH
        && typed.codePoints().noneMatch(Character::isDigit)
        && oneAway(from, to);
  }

  private static boolean oneAway(int[] from, int[] to) {
    int start = sameAtStart(from, to);
    int left = from.length - start - sameAtEnd(from, to, start);
    int right = to.length - start - sameAtEnd(from, to, start);
    boolean swapped =
        left == 2 && right == 2 && from[start] == to[start + 1] && from[start + 1] == to[start];
    return swapped || Math.max(left, right) == 1;
  }

  private static int sameAtStart(int[] from, int[] to) {
    int same = 0;
    while (same < Math.min(from.length, to.length) && from[same] == to[same]) {
      same++;
    }
    return same;
  }

  private static int sameAtEnd(int[] from, int[] to, int start) {
    int same = 0;
    while (same < Math.min(from.length, to.length) - start
        && from[from.length - 1 - same] == to[to.length - 1 - same]) {
      same++;
    }
    return same;
  }
}
