package org.betor.site;

import java.text.Normalizer;
import java.util.Locale;

/** Text as it is compared: lower case, without accents, with single spaces. */
final class Folded {
  /** The letters U+00A0 to U+00FF without their accents; most texts have no others. */
  private static final String LATIN =
      " ¡¢£¤¥¦§ ©a«¬\u00ad® o±23 μ¶· 1o»¼½¾¿"
          + "aaaaaaæceeeeiiiiðnooooo×øuuuuyþßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþy";

  private Folded() {}

  /**
   * The text in lower case without accents; the ordinals {@code ª º °} become {@code a o o}. Text
   * that is folded already costs next to nothing.
   */
  static String of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (isPlain(lower)) {
      return lower;
    }
    return plain(isSimple(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFKD));
  }

  /** Whether there are neither accents nor blanks that would have to go. */
  private static boolean isPlain(String text) {
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter > 127 || letter < ' ' || (blank && letter == ' ')) {
        return false;
      }
      blank = letter == ' ';
    }
    return !blank || text.isEmpty();
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char letter =
          isLatin(text.charAt(i)) ? LATIN.charAt(text.charAt(i) - '\u00a0') : text.charAt(i);
      if (Character.isWhitespace(letter) || Character.isISOControl(letter)) {
        gap = true;
      } else if (!isMark(letter)) {
        plain.append(gap && plain.length() > 0 ? " " : "").append(letter);
        gap = false;
      }
    }
    return plain.toString();
  }

  /** Whether the text can do without being decomposed first. */
  private static boolean isSimple(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean dashOrQuote = letter >= '\u2010' && letter <= '\u2022';
      if (letter > 255 && !dashOrQuote) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLatin(char letter) {
    return letter >= '\u00a0' && letter <= '\u00ff';
  }

  private static boolean isMark(char letter) {
    return letter > 127
        && switch (Character.getType(letter)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }
}
