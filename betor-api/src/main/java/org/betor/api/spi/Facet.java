package org.betor.api.spi;

/** What the releases that match a query are counted by. */
public enum Facet {
  /** Films or series, by the names of {@link org.betor.api.model.MediaType}. */
  MEDIA_TYPE,
  /** The year of release. */
  YEAR,
  /** The resolution, such as {@code 1080p}. */
  RESOLUTION,
  /** Where the picture was taken from, such as {@code WEB-DL}. */
  SOURCE,
  /** The languages that are spoken, by their BCP 47 tags. */
  LANGUAGE,
  /** The providers' ids. */
  PROVIDER,
  /** Tags, in lower case. */
  TAG;

  /**
   * One value, and how many of the releases have it.
   *
   * @param value as text
   * @param releases at least 1
   */
  public record Count(String value, long releases) {}
}
