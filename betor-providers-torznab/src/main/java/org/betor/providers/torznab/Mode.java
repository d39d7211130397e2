package org.betor.providers.torznab;

/** The ways to ask. */
enum Mode {
  /** By words. */
  SEARCH("search", "search", "q"),
  /** For a series, its seasons and episodes. */
  TV("tvsearch", "tv-search", "q,season,ep"),
  /** For a film. */
  MOVIE("movie", "movie-search", "q");

  /** The value of {@code t}. */
  final String function;

  /** Its element in the caps document. */
  final String element;

  /** The parameters that it understands where the caps document does not say. */
  final String usual;

  Mode(String function, String element, String usual) {
    this.function = function;
    this.element = element;
    this.usual = usual;
  }
}
