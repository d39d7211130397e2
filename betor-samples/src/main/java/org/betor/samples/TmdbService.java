package org.betor.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;

/**
 * Answers like version 3 of TMDB's API.
 *
 * @see <a href="https://developer.themoviedb.org/reference">TMDB's reference, November 2026</a>
 */
final class TmdbService implements TitleService {
  private static final Pattern SEARCH = Pattern.compile("3/search/(multi|movie|tv)");
  private static final Pattern FIND = Pattern.compile("3/find/([^/]+)");
  private static final Pattern DETAILS = Pattern.compile("3/(movie|tv)/(\\d{1,9})");

  private final KnownTitles titles;
  private final String token;
  private final String key;

  TmdbService(KnownTitles titles, String token, String key) {
    this.titles = titles.of(Authority.TMDB_FILM, Authority.TMDB_SERIES);
    this.token = token;
    this.key = key;
  }

  @Override
  public Answer answer(TitleRequest request) {
    if (!isLetIn(request)) {
      return failure(401, 7, "Invalid API key: You must be granted a valid key.");
    }
    Matcher search = SEARCH.matcher(request.path());
    if (search.matches()) {
      return Answer.json(Json.of(results(search.group(1), request.query())));
    }
    Matcher find = FIND.matcher(request.path());
    if (find.matches()) {
      return Answer.json(Json.of(found(find.group(1), request.query())));
    }
    Matcher details = DETAILS.matcher(request.path());
    return details.matches()
        ? details(details.group(1), details.group(2), request.query())
        : missing();
  }

  private boolean isLetIn(TitleRequest request) {
    return request.query().get("api_key").equals(key)
        || request.header("Authorization").filter(("Bearer " + token)::equals).isPresent();
  }

  private Map<String, Object> results(String kind, Parameters query) {
    List<Object> results = new ArrayList<>();
    titles.search(query.get("query")).stream()
        .filter(title -> isOf(kind, title) && isOfYear(kind, title, query))
        .map(kind.equals("multi") ? TmdbDocument::mixedEntry : TmdbDocument::entry)
        .forEach(results::add);
    if (kind.equals("multi")) {
      results.add(Map.of("media_type", "person", "id", 1, "name", query.get("query")));
    }
    return Map.of("page", 1, "results", results, "total_pages", 1, "total_results", results.size());
  }

  private Map<String, Object> found(String id, Parameters query) {
    Optional<Title> title =
        query.get("external_source").equals("imdb_id") ? titles.findImdb(id) : Optional.empty();
    return Map.of(
        "movie_results",
        title.filter(it -> isOf("movie", it)).stream().map(TmdbDocument::mixedEntry).toList(),
        "person_results",
        List.of(),
        "tv_results",
        title.filter(it -> isOf("tv", it)).stream().map(TmdbDocument::mixedEntry).toList());
  }

  private Answer details(String kind, String id, Parameters query) {
    Authority authority = kind.equals("tv") ? Authority.TMDB_SERIES : Authority.TMDB_FILM;
    List<String> parts = List.of(query.get("append_to_response").split(","));
    return titles
        .find(new TitleId(authority, id))
        .map(title -> Answer.json(Json.of(TmdbDocument.details(title, parts))))
        .orElseGet(TmdbService::missing);
  }

  private static boolean isOf(String kind, Title title) {
    return switch (kind) {
      case "movie" -> title.mediaType() == MediaType.FILM;
      case "tv" -> title.mediaType() == MediaType.SERIES;
      default -> true;
    };
  }

  private static boolean isOfYear(String kind, Title title, Parameters query) {
    String year = query.get(kind.equals("tv") ? "first_air_date_year" : "year");
    return kind.equals("multi")
        || year.isEmpty()
        || title.year().stream().anyMatch(its -> year.equals(Integer.toString(its)));
  }

  private static Answer missing() {
    return failure(404, 34, "The resource you requested could not be found.");
  }

  private static Answer failure(int status, int code, String message) {
    Stream<String> fields =
        Stream.of(
            "\"success\":false",
            "\"status_code\":" + code,
            "\"status_message\":" + Json.of(message));
    return Answer.json(status, "{" + String.join(",", fields.toList()) + "}");
  }
}
