package org.betor.mods.internal.database;

/** Texts as every database can keep them. */
public final class PlainText {
  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  /** Without zeros, and with a replacement character for each half of a character. */
  public static String of(String text) {
    if (text.chars().noneMatch(letter -> letter == 0 || isHalf(letter))) {
      return text;
    }
    return text.codePoints()
        .filter(point -> point != 0)
        .map(point -> isHalf(point) ? REPLACEMENT : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHalf(int point) {
    return Character.isBmpCodePoint(point) && Character.isSurrogate((char) point);
  }
}
