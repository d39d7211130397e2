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
    return isLine(text) ? text : madeLine(text);
  }

  /** Whether the text is as it should be, as most is. */
  private static boolean isLine(String text) {
    boolean gap = true;
    for (int i = 0; i < text.length() && i < LINE; i++) {
      char letter = text.charAt(i);
      if (isBlank(letter) && (gap || letter != ' ')) {
        return false;
      }
      gap = letter == ' ';
    }
    return text.isEmpty() || (text.length() < LINE && !gap && !endsInHalfALetter(text));
  }

  private static String madeLine(String text) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), LINE));
    boolean gap = false;
    for (int i = 0; i < text.length() && line.length() < LINE; i++) {
      char letter = text.charAt(i);
      boolean blank = isBlank(letter);
      if (!blank) {
        line.append(gap && line.length() > 0 ? " " : "").append(letter);
      }
      gap = blank;
    }
    int end = endsInHalfALetter(line) ? line.length() - 1 : line.length();
    return line.substring(0, end).stripTrailing(); // of the blank before that half
  }

  private static boolean isBlank(char letter) {
    return Character.isWhitespace(letter) || Character.isISOControl(letter) || letter == '\u00a0';
  }

  private static boolean endsInHalfALetter(CharSequence text) {
    return text.length() > 0 && Character.isHighSurrogate(text.charAt(text.length() - 1));
  }

  /** Lower case, without accents, only letters and digits with single blanks between words. */
  static String folded(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    return BETWEEN_WORDS.matcher(MARKS.matcher(plain).replaceAll("")).replaceAll(" ").strip();
  }

  static List<String> lines(Collection<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    Set<String> lines = new LinkedHashSet<>();
    texts.forEach(text -> lines.add(line(text)));
    lines.remove("");
    return first(lines);
  }

  /** Each item once, in the given order. */
  static <T> List<T> distinct(Collection<T> items) {
    return first(items.size() < 2 ? items : new LinkedHashSet<>(items));
  }

  private static <T> List<T> first(Collection<T> items) {
    return items.size() <= MAX_ITEMS
        ? List.copyOf(items)
        : items.stream().limit(MAX_ITEMS).toList();
  }
}
