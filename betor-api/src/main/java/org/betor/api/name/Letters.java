package org.betor.api.name;

import java.text.Normalizer;

/** Letters without case and accents, one for one, so that places in the name stay what they are. */
final class Letters {
  /** In place of what belongs to a word but is not compared: apostrophes, lone accents. */
  static final char NOTHING = 0;

  private static final int TABLE = 0x250;
  private static final char[] FOLDED = table();

  private Letters() {}

  static char[] folded(String text) {
    char[] folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      char letter = text.charAt(i);
      folded[i] = letter < TABLE ? FOLDED[letter] : other(letter);
    }
    return folded;
  }

  static boolean isDigit(char folded) {
    return folded >= '0' && folded <= '9';
  }

  static boolean isWord(char folded) {
    return folded < 0x80
        ? (folded >= 'a' && folded <= 'z') || isDigit(folded)
        : Character.isLetterOrDigit(folded)
            || Character.isSurrogate(folded)
            || Character.getType(folded) == Character.LETTER_NUMBER;
  }

  /** Whether a letter is a word of its own, as nobody writes blanks between such. */
  static boolean isIdeograph(char folded) {
    return folded >= 0x2e80 && Character.isIdeographic(folded);
  }

  static boolean isLatin(char folded) {
    return folded >= 'a' && folded <= 'z';
  }

  private static char other(char letter) {
    if (letter >= 0xff01 && letter <= 0xff5e) { // full width
      return FOLDED[letter - 0xfee0];
    }
    return switch (letter) {
      case '\u2018', '\u2019', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\ufffd' ->
          NOTHING;
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
      case '\u3010', '\u300c', '\u300e' -> '[';
      case '\u3011', '\u300d', '\u300f' -> ']';
      default -> letter >= 0x300 && letter < 0x370 ? NOTHING : Character.toLowerCase(letter);
    };
  }

  private static char[] table() {
    char[] table = new char[TABLE];
    for (char letter = 0; letter < TABLE; letter++) {
      char base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD).charAt(0);
      table[letter] = Character.toLowerCase(Character.isLetterOrDigit(letter) ? base : letter);
    }
    table['\''] = NOTHING;
    table['`'] = NOTHING;
    table['\u00b4'] = NOTHING;
    table['\u00ad'] = NOTHING;
    table['\u00a0'] = ' ';
    table['\u00b0'] = 'o'; // for the ordinal sign that it is not
    table['\u00d7'] = 'x';
    table['\u00f8'] = 'o';
    table['\u00d8'] = 'o';
    table['\u0131'] = 'i';
    return table;
  }
}
