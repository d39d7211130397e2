package org.betor.core.internal.online;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.betor.api.model.MediaType;

/** What IMDb's types of titles mean, such as {@code tvMiniSeries} or {@code TV_MINI_SERIES}. */
final class ImdbType {
  private static final Set<String> FILMS =
      Set.of("movie", "short", "tvmovie", "tvshort", "tvspecial", "video");
  private static final Set<String> SERIES = Set.of("tvseries", "tvminiseries");
  private static final Set<String> OTHERS =
      Set.of("videogame", "musicvideo", "podcastseries", "podcastepisode", "tvepisode");

  private ImdbType() {}

  /** Empty if it is neither film nor series. */
  static Optional<MediaType> read(String type) {
    String letters = type.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    if (OTHERS.contains(letters)) {
      return Optional.empty();
    }
    MediaType film = FILMS.contains(letters) ? MediaType.FILM : MediaType.UNKNOWN;
    return Optional.of(SERIES.contains(letters) ? MediaType.SERIES : film);
  }
}
