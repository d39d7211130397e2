package org.betor.providers.torznab;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.betor.api.model.MediaType;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import org.betor.api.spi.Query;

/** How to ask an endpoint for what a query wants, with no more than its caps say it understands. */
record Questions(Query query, Caps caps) {
  private static final Map<Authority, String> PARAMETERS =
      Map.of(
          Authority.IMDB, "imdbid",
          Authority.TMDB_FILM, "tmdbid",
          Authority.TMDB_SERIES, "tmdbid",
          Authority.TVDB, "tvdbid",
          Authority.TVMAZE, "tvmazeid");

  /** A question for everything, the newest first. */
  static Optional<Question> latest(Caps caps) {
    return Stream.of(Mode.values()).filter(caps::has).findFirst().map(Question::of);
  }

  /** Film or series, if the query says so in any way. */
  MediaType mediaType() {
    if (query.mediaType() != MediaType.UNKNOWN) {
      return query.mediaType();
    }
    return query.id().map(TitleId::authority).map(Questions::typeOf).orElse(MediaType.UNKNOWN);
  }

  /** For the query's own work, if it names one in a way that the endpoint understands. */
  Optional<Question> byId() {
    return query.id().flatMap(this::byId);
  }

  /** For the query's words, in the mode that fits best. */
  Optional<Question> byWords() {
    return Stream.of(mode(), Mode.SEARCH, Mode.TV, Mode.MOVIE)
        .filter(mode -> caps.understands(mode, "q"))
        .findFirst()
        .map(mode -> part(Question.of(mode).with("q", words(mode)), mode));
  }

  private Optional<Question> byId(TitleId id) {
    return modesById()
        .filter(mode -> caps.understands(mode, parameter(id)))
        .findFirst()
        .map(mode -> part(Question.of(mode).by(id, parameter(id), value(id, mode)), mode));
  }

  /** Where nobody says whether it is a film or a series, any mode may know the id. */
  private Stream<Mode> modesById() {
    return mediaType() == MediaType.UNKNOWN
        ? Stream.of(Mode.SEARCH, Mode.MOVIE, Mode.TV)
        : Stream.of(mode());
  }

  private Mode mode() {
    return switch (mediaType()) {
      case FILM -> Mode.MOVIE;
      case SERIES -> Mode.TV;
      case UNKNOWN -> Mode.SEARCH;
    };
  }

  /** The question, for a part of the series or the films of a year, where the mode allows that. */
  private Question part(Question whole, Mode mode) {
    Question part = whole;
    if (query.season().isPresent() && caps.understands(mode, "season")) {
      int season = query.season().getAsInt();
      part = part.with("season", season == 0 ? "00" : String.valueOf(season)); // 0 means "any"
      if (query.episode().isPresent() && caps.understands(mode, "ep")) {
        part = part.with("ep", String.valueOf(query.episode().getAsInt()));
      }
    }
    return query.year().isPresent() && sendsYear(mode)
        ? part.with("year", String.valueOf(query.year().getAsInt()))
        : part;
  }

  /** The words, and behind them what the mode has no parameter for, as names of releases say it. */
  private String words(Mode mode) {
    String words = query.text();
    if (query.season().isPresent() && !caps.understands(mode, "season")) {
      words += " S%02d".formatted(query.season().getAsInt());
      words += query.episode().isPresent() ? "E%02d".formatted(query.episode().getAsInt()) : "";
    }
    if (query.year().isPresent() && mediaType() == MediaType.FILM && !sendsYear(mode)) {
      String year = String.valueOf(query.year().getAsInt());
      words += words.endsWith(year) ? "" : " " + year;
    }
    return words;
  }

  private boolean sendsYear(Mode mode) {
    return mode == Mode.MOVIE && caps.understands(mode, "year");
  }

  private static String parameter(TitleId id) {
    return PARAMETERS.getOrDefault(id.authority(), "");
  }

  /** IMDb's ids without their letters for films, as Radarr sends them; with them for series. */
  private static String value(TitleId id, Mode mode) {
    return id.authority() == Authority.IMDB && mode == Mode.MOVIE
        ? id.value().substring(2)
        : id.value();
  }

  private static MediaType typeOf(Authority authority) {
    return switch (authority) {
      case TMDB_FILM -> MediaType.FILM;
      case TMDB_SERIES, TVDB, TVMAZE -> MediaType.SERIES;
      default -> MediaType.UNKNOWN;
    };
  }
}
