package org.betor.core.internal.imdb;

import java.util.Map;
import org.betor.api.model.MediaType;
import org.betor.core.ImportSelection;

/** Kinds of titles, of which IMDb has more than we. */
enum TitleKind {
  FILM(MediaType.FILM),
  SERIES(MediaType.SERIES),
  EPISODE(MediaType.UNKNOWN),
  NEITHER(MediaType.UNKNOWN),
  NEW(MediaType.UNKNOWN);

  private static final Map<String, TitleKind> LABELS =
      Map.ofEntries(
          Map.entry("movie", FILM),
          Map.entry("short", FILM),
          Map.entry("tvMovie", FILM),
          Map.entry("tvShort", FILM),
          Map.entry("tvSpecial", FILM),
          Map.entry("tvPilot", FILM),
          Map.entry("video", FILM),
          Map.entry("tvSeries", SERIES),
          Map.entry("tvMiniSeries", SERIES),
          Map.entry("tvEpisode", EPISODE),
          Map.entry("videoGame", NEITHER),
          Map.entry("musicVideo", NEITHER),
          Map.entry("podcastSeries", NEITHER),
          Map.entry("podcastEpisode", NEITHER),
          Map.entry("radioSeries", NEITHER),
          Map.entry("radioEpisode", NEITHER));

  private final MediaType mediaType;

  TitleKind(MediaType mediaType) {
    this.mediaType = mediaType;
  }

  /** What IMDb's {@code titleType} stands for. */
  static TitleKind of(String titleType) {
    return LABELS.getOrDefault(titleType, NEW);
  }

  MediaType mediaType() {
    return mediaType;
  }

  boolean isIn(ImportSelection selection) {
    return switch (this) {
      case FILM, SERIES, NEW -> true;
      case EPISODE -> selection == ImportSelection.EPISODES_TOO;
      case NEITHER -> false;
    };
  }
}
