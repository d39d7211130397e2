package org.betor.api.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Text from outside, made fit to keep: one line, no control characters, bounded. */
final class Wording {
  /** A title, a label, a line; longer text is cut. */
  static final int LINE = 500;

  private static final int MAX_ITEMS = 100;

  private Wording() {}

  static String line(String text) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), LINE));
    boolean gap = false;
    for (int i = 0; i < text.length() && line.length() < LINE; i++) {
      char letter = text.charAt(i);
      boolean blank =
          Character.isWhitespace(letter) || Character.isISOControl(letter) || letter == '\u00a0';
      if (!blank) {
        line.append(gap && line.length() > 0 ? " " : "").append(letter);
      }
      gap = blank;
    }
    boolean halfLetter =
        !line.isEmpty() && Character.isHighSurrogate(line.charAt(line.length() - 1));
    return line.substring(0, halfLetter ? line.length() - 1 : line.length());
  }

  static List<String> lines(Collection<String> texts) {
    Set<String> lines = new LinkedHashSet<>();
    texts.stream().map(Wording::line).filter(line -> !line.isEmpty()).forEach(lines::add);
    return lines.stream().limit(MAX_ITEMS).toList();
  }

  /** Each item once, in the given order. */
  static <T> List<T> distinct(Collection<T> items) {
    return items.stream().distinct().limit(MAX_ITEMS).toList();
  }
}
