package org.betor.providers.torznab;

import java.util.List;
import java.util.regex.Pattern;

/** Numbers as servers write them: in digits, or not at all. */
final class Numbers {
  private static final Pattern NATURAL = Pattern.compile("\\d{1,9}");
  private static final Pattern BYTES = Pattern.compile("\\d{1,18}");

  private Numbers() {}

  /** The number from 0 that the text is, or none. */
  static List<Integer> natural(String text) {
    return NATURAL.matcher(text).matches() ? List.of(Integer.valueOf(text)) : List.of();
  }

  /** The number of bytes from 1 that the text is, or none. */
  static List<Long> bytes(String text) {
    return BYTES.matcher(text).matches() && Long.parseLong(text) > 0
        ? List.of(Long.valueOf(text))
        : List.of();
  }
}
