package org.betor.api.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The identity of a film or series in a public database.
 *
 * @param authority the database
 * @param value its id there, such as {@code tt1727587}
 */
public record TitleId(Authority authority, String value) {

  /**
   * Checks and normalises.
   *
   * @throws IllegalArgumentException if the id has not the form that the database gives
   */
  public TitleId {
    value = value.toLowerCase(Locale.ROOT);
    if (!authority.form.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "no id of %s: \"%s\"; one looks like %s".formatted(authority, value, authority.example));
    }
  }

  /** An id of IMDb, such as {@code tt1727587}. */
  public static TitleId imdb(String value) {
    return new TitleId(Authority.IMDB, value);
  }

  /**
   * Reads what {@link #toString} writes; an id of IMDb may also stand alone, such as {@code
   * tt1727587}.
   *
   * @throws IllegalArgumentException if it is no such id
   */
  public static TitleId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return imdb(text);
    }
    String name = text.substring(0, colon).toUpperCase(Locale.ROOT).replace('-', '_');
    for (Authority authority : Authority.values()) {
      if (authority.name().equals(name)) {
        return new TitleId(authority, text.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException(
        "no id of a title: \"%s\"; one looks like imdb:tt1727587".formatted(text));
  }

  /** As text, such as {@code imdb:tt1727587}. */
  @Override
  public String toString() {
    return authority.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + value;
  }

  /** A public database of titles. */
  public enum Authority {
    /** The Internet Movie Database: {@code tt} and 7 to 9 digits. */
    IMDB("tt\\d{7,9}", "tt1727587"),
    /** Films of The Movie Database: a number. */
    TMDB_FILM("\\d{1,9}", "45745"),
    /** Series of The Movie Database: a number. */
    TMDB_SERIES("\\d{1,9}", "45745"),
    /** Series of TheTVDB: a number. */
    TVDB("\\d{1,9}", "71663"),
    /** Series of TVmaze: a number. */
    TVMAZE("\\d{1,9}", "83");

    private final Pattern form;
    private final String example;

    Authority(String form, String example) {
      this.form = Pattern.compile(form);
      this.example = example;
    }
  }
}
