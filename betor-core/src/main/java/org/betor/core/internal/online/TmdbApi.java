package org.betor.core.internal.online;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import org.betor.api.spi.TitleQuestion;

/** The requests of version 3 of TMDB's API that are made here. */
final class TmdbApi {
  private static final String KEY_FORM = "[0-9a-fA-F]{32}";
  private static final String PARTS = "external_ids,alternative_titles,translations,credits";

  private final Service service;

  /** Goes before further parameters; empty where a header says who asks. */
  private final String key;

  /**
   * Asks in the name of a token.
   *
   * @param token an API read access token, or an API key
   */
  TmdbApi(Service service, String token) {
    String secret = service.checked(token);
    boolean isKey = secret.matches(KEY_FORM);
    this.service = isKey ? service : service.with("Authorization", "Bearer " + secret);
    this.key = isKey ? "api_key=" + secret + "&" : "";
  }

  /** Films and series by a name; near the question's year and of its kind, if there are any. */
  List<Title> search(String name, TitleQuestion question) {
    List<Title> near = question.year().isPresent() ? searchNear(name, question) : List.of();
    return near.isEmpty() ? results(search("multi", name, ""), "results", MediaType.UNKNOWN) : near;
  }

  /** The ids at TMDB of what has that id elsewhere. */
  Optional<TitleId> findId(String source, String id) {
    Optional<Fields> found =
        service.find("3/find/%s?%sexternal_source=%s".formatted(id, key, source));
    return found.stream()
        .flatMap(
            all ->
                Stream.concat(
                    results(all, "movie_results", MediaType.FILM).stream(),
                    results(all, "tv_results", MediaType.SERIES).stream()))
        .map(title -> title.ids().get(0))
        .findFirst();
  }

  /** All that TMDB tells of one of its films or series; empty if it is there no more. */
  Optional<Title> details(TitleId id) {
    MediaType type = id.authority() == Authority.TMDB_SERIES ? MediaType.SERIES : MediaType.FILM;
    String kind = type == MediaType.SERIES ? "tv" : "movie";
    return service
        .find("3/%s/%s?%sappend_to_response=%s".formatted(kind, id.value(), key, PARTS))
        .flatMap(details -> TmdbTitle.details(details, type));
  }

  private List<Title> searchNear(String name, TitleQuestion question) {
    int year = question.year().orElseThrow();
    return switch (question.mediaType()) {
      case FILM -> results(search("movie", name, "&year=" + year), "results", MediaType.FILM);
      case SERIES ->
          results(search("tv", name, "&first_air_date_year=" + year), "results", MediaType.SERIES);
      case UNKNOWN -> List.of();
    };
  }

  private Fields search(String kind, String name, String more) {
    return service.get(
        "3/search/%s?%squery=%s&language=pt-BR&include_adult=false%s"
            .formatted(kind, key, Service.encoded(name), more));
  }

  private static List<Title> results(Fields answer, String list, MediaType type) {
    return answer.list(list).stream()
        .flatMap(result -> TmdbTitle.result(result, type).stream())
        .toList();
  }
}
