package org.betor.core.internal.imdb;

/** Numbers as digits in bytes. */
final class Digits {
  /** No number, or one of more than nine digits. */
  static final long NONE = -1;

  private static final int MOST = 10;

  private Digits() {}

  /** The number of one to ten digits; {@link #NONE} for anything else. */
  static long parse(byte[] text, int from, int to) {
    if (to <= from || to - from > MOST) {
      return NONE;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
