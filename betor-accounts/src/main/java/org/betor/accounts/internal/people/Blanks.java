package org.betor.accounts.internal.people;

/** What looks empty: {@link String#strip} knows neither no-break spaces nor their like. */
public final class Blanks {
  private Blanks() {}

  /** The text without what looks empty at both ends. */
  public static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (start < end && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }
}
