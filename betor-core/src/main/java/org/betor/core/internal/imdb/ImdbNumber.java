package org.betor.core.internal.imdb;

import org.betor.api.model.TitleId;

/**
 * Ids of IMDb as numbers of 32 bits, which are in the order of the ids as texts: that of IMDb's
 * files. The digits are filled up to nine at the right, and two bits say how many there are.
 */
final class ImdbNumber {
  /** Stands for what is no id. */
  static final long NONE = -1;

  private static final int LEAST_DIGITS = 7;
  private static final int MOST_DIGITS = 9;
  private static final long[] POWERS_OF_TEN = {1, 10, 100};

  private ImdbNumber() {}

  /** The number of the id in these bytes; {@link #NONE} if they are none. */
  static long parse(byte[] text, int from, int to) {
    int digits = to - from - 2;
    if (digits < LEAST_DIGITS
        || digits > MOST_DIGITS
        || text[from] != 't'
        || text[from + 1] != 't') {
      return NONE;
    }
    long value = 0;
    for (int i = from + 2; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      value = value * 10 + digit;
    }
    return of(value, digits);
  }

  /** The number of an id of IMDb. */
  static long of(TitleId id) {
    String digits = id.value().substring(2);
    return of(Long.parseLong(digits), digits.length());
  }

  static TitleId id(long number) {
    int digits = (int) (number & 3) + LEAST_DIGITS;
    long value = (number >>> 2) / POWERS_OF_TEN[MOST_DIGITS - digits];
    String text = Long.toString(value);
    return TitleId.imdb("tt" + "0".repeat(digits - text.length()) + text);
  }

  private static long of(long value, int digits) {
    return (value * POWERS_OF_TEN[MOST_DIGITS - digits]) << 2 | (digits - LEAST_DIGITS);
  }
}
