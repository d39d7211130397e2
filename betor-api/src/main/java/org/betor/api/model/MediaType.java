package org.betor.api.model;

/** What kind of work a torrent holds. */
public enum MediaType {
  /** One film, or several. */
  FILM,
  /** Episodes or seasons of a series. */
  SERIES,
  /** Nobody says. */
  UNKNOWN
}
