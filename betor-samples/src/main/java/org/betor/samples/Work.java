package org.betor.samples;

import org.betor.api.model.MediaType;

/** A film or series; {@code imdb} is empty where the page does not say. */
record Work(
    String original,
    String translated,
    int year,
    MediaType type,
    String genres,
    String runtime,
    String imdb) {

  static Work film(String original, String translated, int year, String genres, int minutes) {
    String runtime =
        minutes < 60 ? minutes + " Min." : "%d H %d Min.".formatted(minutes / 60, minutes % 60);
    return new Work(original, translated, year, MediaType.FILM, genres, runtime, "");
  }

  static Work series(String original, String translated, int year, String genres, int minutes) {
    String runtime = minutes + " Min./Ep.";
    return new Work(original, translated, year, MediaType.SERIES, genres, runtime, "");
  }

  Work imdb(String id) {
    return new Work(original, translated, year, type, genres, runtime, id);
  }
}
