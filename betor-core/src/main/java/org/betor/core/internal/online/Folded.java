package org.betor.core.internal.online;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as services search for them and as they are compared. */
final class Folded {
  private static final int MOST_CHARS = 200;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Folded() {}

  /** In lower case, without accents, only letters and digits with single blanks between words. */
  static String of(String name) {
    String start = name.substring(0, Math.min(name.length(), MOST_CHARS));
    String plain = Normalizer.normalize(start.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    return BETWEEN_WORDS.matcher(MARKS.matcher(plain).replaceAll("")).replaceAll(" ").strip();
  }
}
