package org.betor.api.model;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Text from outside, made fit to keep: one line, no control characters, bounded. */
final class Wording {
  /** A title, a label, a line; longer text is cut. */
  static final int LINE = 500;

  private static final int MAX_ITEMS = 100;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

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

  /** Lower case, without accents, only letters and digits with single blanks between words. */
  static String folded(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    return BETWEEN_WORDS.matcher(MARKS.matcher(plain).replaceAll("")).replaceAll(" ").strip();
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
