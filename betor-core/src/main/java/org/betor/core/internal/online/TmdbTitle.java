package org.betor.core.internal.online;

import static java.util.Comparator.comparingInt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId.Authority;

/**
 * A work as TMDB writes it. Films have a title, series a name, and so on.
 *
 * @see <a href="https://developer.themoviedb.org/reference">TMDB's reference, 2026</a>
 */
final class TmdbTitle {
  private static final int MOST_CAST = 10;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private TmdbTitle() {}

  /**
   * One of the results of a search; empty if it is neither film nor series.
   *
   * @param type what it is unless it says that itself
   */
  static Optional<Title> result(Fields result, MediaType type) {
    MediaType own =
        switch (result.text("media_type")) {
          case "movie" -> MediaType.FILM;
          case "tv" -> MediaType.SERIES;
          case "" -> type;
          default -> MediaType.UNKNOWN;
        };
    return start(result, own).map(Title.Builder::build);
  }

  /** A work by itself, with the parts that were asked for. */
  static Optional<Title> details(Fields details, MediaType type) {
    return start(details, type).map(title -> detailed(title, details, type));
  }

  private static Optional<Title.Builder> start(Fields fields, MediaType type) {
    if (type == MediaType.UNKNOWN) {
      return Optional.empty();
    }
    String original = fields.text("original_title", "original_name");
    String name = fields.text("title", "name", "original_title", "original_name");
    Optional<Title.Builder> start =
        TitleIds.named(authority(type), fields.text("id"), name)
            .map(title -> title.mediaType(type));
    start.ifPresent(
        title -> {
          tell(original, title::called);
          fields.year("release_date", "first_air_date").ifPresent(title::year);
          rate(title, fields);
        });
    return start;
  }

  private static void rate(Title.Builder title, Fields fields) {
    OptionalInt votes = fields.number("vote_count");
    if (votes.orElse(0) > 0) {
      title.rating(Math.min(fields.decimal("vote_average").orElse(0), 10), votes.getAsInt());
    }
  }

  private static Title detailed(Title.Builder title, Fields details, MediaType type) {
    Fields ids = details.fields("external_ids");
    String imdb = ids.text("imdb_id").isEmpty() ? details.text("imdb_id") : ids.text("imdb_id");
    TitleIds.find(Authority.IMDB, imdb).ifPresent(title::id);
    if (type == MediaType.SERIES) {
      TitleIds.find(Authority.TVDB, ids.text("tvdb_id")).ifPresent(title::id);
      addSeries(title, details);
    }
    details.duration("runtime", MINUTE).ifPresent(title::runtime);
    addNames(title, details);
    return title.cast(cast(details)).build();
  }

  private static void addSeries(Title.Builder title, Fields details) {
    details.number("number_of_seasons").ifPresent(title::seasons);
    if (details.text("in_production").equals("false")) {
      details.year("last_air_date").ifPresent(title::lastYear);
    }
    details.firstDuration("episode_run_time", MINUTE).ifPresent(title::runtime);
  }

  private static void addNames(Title.Builder title, Fields details) {
    for (Fields translation : details.fields("translations").list("translations")) {
      String name = translation.fields("data").text("title", "name");
      tell(name, told -> title.called(told, translation.text("iso_3166_1")));
    }
    Fields alternatives = details.fields("alternative_titles");
    for (String list : List.of("titles", "results")) {
      for (Fields alternative : alternatives.list(list)) {
        tell(alternative.text("title"), told -> title.called(told, alternative.text("iso_3166_1")));
      }
    }
  }

  private static List<String> cast(Fields details) {
    return details.fields("credits").list("cast").stream()
        .sorted(comparingInt(actor -> actor.number("order").orElse(Integer.MAX_VALUE)))
        .map(actor -> actor.text("name"))
        .limit(MOST_CAST)
        .toList();
  }

  private static void tell(String name, Consumer<String> listener) {
    if (!name.isEmpty()) {
      listener.accept(name);
    }
  }

  private static Authority authority(MediaType type) {
    return type == MediaType.SERIES ? Authority.TMDB_SERIES : Authority.TMDB_FILM;
  }
}
