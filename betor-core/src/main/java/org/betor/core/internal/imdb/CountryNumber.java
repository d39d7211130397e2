package org.betor.core.internal.imdb;

/** Countries of two letters as numbers; 0 stands for none. */
final class CountryNumber {
  private static final int LETTERS = 26;

  private CountryNumber() {}

  static int of(String country) {
    return country.isEmpty()
        ? 0
        : (country.charAt(0) - 'A') * LETTERS + (country.charAt(1) - 'A') + 1;
  }

  static String country(int number) {
    if (number == 0) {
      return "";
    }
    char[] letters = {(char) ('A' + (number - 1) / LETTERS), (char) ('A' + (number - 1) % LETTERS)};
    return new String(letters);
  }
}
