package org.betor.samples;

import static java.util.function.Predicate.not;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId.Authority;

/** A title as TMDB writes it. */
final class TmdbDocument {
  private TmdbDocument() {}

  /** As one of the results of a search for films or series alone, in Brazilian Portuguese. */
  static Map<String, Object> entry(Title title) {
    return base(title, title.nameIn("BR"));
  }

  /** As one of the results of a search for anything. */
  static Map<String, Object> mixedEntry(Title title) {
    Map<String, Object> entry = entry(title);
    entry.put("media_type", isSeries(title) ? "tv" : "movie");
    return entry;
  }

  /** By itself, in English, with the parts that were asked for. */
  static Map<String, Object> details(Title title, List<String> parts) {
    Map<String, Object> document = base(title, title.name());
    title.runtime().ifPresent(time -> document.putAll(runtime(title, time.toMinutes())));
    title.seasons().ifPresent(seasons -> document.put("number_of_seasons", seasons));
    if (isSeries(title)) {
      document.put("in_production", title.lastYear().isEmpty());
      document.put("last_air_date", title.lastYear().orElse(2026) + "-11-30");
    }
    append(document, title, parts);
    return document;
  }

  private static void append(Map<String, Object> document, Title title, List<String> parts) {
    if (parts.contains("external_ids")) {
      document.put("external_ids", externalIds(title));
    }
    if (parts.contains("alternative_titles")) {
      document.put("alternative_titles", alternatives(title));
    }
    if (parts.contains("translations")) {
      document.put("translations", Map.of("translations", translations(title)));
    }
    if (parts.contains("credits")) {
      document.put("credits", Map.of("cast", cast(title)));
    }
  }

  private static Map<String, Object> base(Title title, String name) {
    boolean series = isSeries(title);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("adult", false);
    document.put("id", Integer.parseInt(KnownTitles.id(title, authority(title))));
    document.put(series ? "name" : "title", name);
    document.put(series ? "original_name" : "original_title", title.name());
    title
        .year()
        .ifPresent(
            year -> document.put(series ? "first_air_date" : "release_date", year + "-05-04"));
    document.put("vote_average", title.rating().orElse(0));
    document.put("vote_count", title.votes().orElse(0));
    return document;
  }

  private static Map<String, Object> runtime(Title title, long minutes) {
    return isSeries(title)
        ? Map.of("episode_run_time", List.of(minutes))
        : Map.of("runtime", minutes);
  }

  private static Map<String, Object> externalIds(Title title) {
    String imdb = KnownTitles.id(title, Authority.IMDB);
    return imdb.isEmpty() ? Map.of("facebook_id", "") : Map.of("imdb_id", imdb);
  }

  private static Map<String, Object> alternatives(Title title) {
    List<Map<String, String>> names =
        title.names().stream()
            .filter(name -> !name.country().isEmpty() && !name.country().equals("BR"))
            .map(name -> Map.of("iso_3166_1", name.country(), "title", name.text(), "type", ""))
            .toList();
    return Map.of(isSeries(title) ? "results" : "titles", names);
  }

  /** The name in a translation is empty where it is the original one. */
  private static List<Map<String, Object>> translations(Title title) {
    String field = isSeries(title) ? "name" : "title";
    String brazilian = title.nameIn("BR");
    String told = brazilian.equals(title.name()) ? "" : brazilian;
    return List.of(
        Map.of("iso_3166_1", "US", "iso_639_1", "en", "data", Map.of(field, title.name())),
        Map.of("iso_3166_1", "BR", "iso_639_1", "pt", "data", Map.of(field, told)));
  }

  private static List<Map<String, Object>> cast(Title title) {
    List<String> names = title.cast().stream().filter(not(String::isBlank)).toList();
    return IntStream.range(0, names.size())
        .mapToObj(place -> Map.<String, Object>of("name", names.get(place), "order", place))
        .toList();
  }

  private static Authority authority(Title title) {
    return isSeries(title) ? Authority.TMDB_SERIES : Authority.TMDB_FILM;
  }

  private static boolean isSeries(Title title) {
    return title.mediaType() == MediaType.SERIES;
  }
}
