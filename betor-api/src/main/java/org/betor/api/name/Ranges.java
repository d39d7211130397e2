package org.betor.api.name;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Numbers as people list them: {@code 1-3,5}. Keeps a bounded count of them. */
final class Ranges {
  /** More than any series has episodes. */
  private static final int MOST = 10_000;

  private static final Pattern COMMA = Pattern.compile(",");

  private int[] ends = new int[2];
  private int used;
  private int count;

  boolean isEmpty() {
    return used == 0;
  }

  /** Whether there are several. */
  boolean isList() {
    return count > 1;
  }

  int last() {
    return ends[used - 1];
  }

  int first() {
    return ends[0];
  }

  void add(int number) {
    if (used > 0 && number == last() + 1) {
      addUpTo(number);
    } else if (count < MOST && !has(number)) {
      count++;
      if (used == ends.length) {
        ends = Arrays.copyOf(ends, used * 2);
      }
      ends[used++] = number;
      ends[used++] = number;
    }
  }

  /** Adds the numbers up to this one, if there are not too many. */
  void addUpTo(int number) {
    if (used > 0 && number > last() && number - last() <= MOST - count) {
      count += number - last();
      ends[used - 1] = number;
    } else if (used == 0 || number < last()) {
      add(number);
    }
  }

  /** The numbers of a text that {@link #toString} made. */
  static IntStream numbers(String text) {
    return COMMA
        .splitAsStream(text)
        .flatMapToInt(
            range -> {
              int hyphen = range.indexOf('-');
              int first =
                  Integer.parseInt(range.substring(0, hyphen < 0 ? range.length() : hyphen));
              return IntStream.rangeClosed(first, Integer.parseInt(range.substring(hyphen + 1)));
            });
  }

  private boolean has(int number) {
    return used > 0 && ends[used - 1] == number;
  }

  @Override
  public String toString() {
    if (used == 2 && ends[0] == ends[1]) {
      return Integer.toString(ends[0]);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < used; i += 2) {
      text.append(i == 0 ? "" : ",").append(ends[i]);
      if (ends[i + 1] != ends[i]) {
        text.append('-').append(ends[i + 1]);
      }
    }
    return text.toString();
  }
}
