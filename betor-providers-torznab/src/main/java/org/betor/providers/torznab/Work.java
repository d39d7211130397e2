package org.betor.providers.torznab;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.model.MediaType;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;

/** The film or series that an item says it holds. */
record Work(MediaType mediaType, List<TitleId> ids) {
  private static final Pattern IMDB = Pattern.compile("(?i)(?:tt)?0*([1-9]\\d{0,8})");
  private static final Pattern NUMBER = Pattern.compile("0*([1-9]\\d{0,8})");

  static Work of(Item item) {
    List<Integer> categories =
        item.all("category").stream().flatMap(text -> Numbers.natural(text).stream()).toList();
    MediaType type = Categories.mediaType(categories);
    List<TitleId> ids =
        Stream.of(
                ids(item, IMDB, digits -> imdb(digits), "imdb", "imdbid"),
                ids(item, NUMBER, number -> tmdb(type, number), "tmdbid", "tmdb"),
                ids(item, NUMBER, number -> id(Authority.TVDB, number), "tvdbid", "tvdb"),
                ids(item, NUMBER, number -> id(Authority.TVMAZE, number), "tvmazeid", "tvmaze"))
            .flatMap(Collection::stream)
            .toList();
    return new Work(type, ids);
  }

  /** The ids, and of others those of authorities that the item does not name. */
  List<TitleId> idsOr(List<TitleId> others) {
    Stream<TitleId> missing =
        others.stream()
            .filter(other -> ids.stream().noneMatch(id -> id.authority() == other.authority()));
    return Stream.concat(ids.stream(), missing).toList();
  }

  /** One id of each kind; 0 stands for none. */
  private static List<TitleId> ids(
      Item item, Pattern form, Function<String, Optional<TitleId>> id, String... names) {
    return Stream.of(names)
        .flatMap(name -> item.attribute(name).stream())
        .map(form::matcher)
        .filter(Matcher::matches)
        .flatMap(found -> id.apply(found.group(1)).stream())
        .limit(1)
        .toList();
  }

  private static Optional<TitleId> imdb(String digits) {
    return Optional.of(TitleId.imdb("tt" + "0".repeat(Math.max(0, 7 - digits.length())) + digits));
  }

  /**
   * Films and series are numbered apart; where nobody says which it is, the number says nothing.
   */
  private static Optional<TitleId> tmdb(MediaType type, String number) {
    return switch (type) {
      case FILM -> id(Authority.TMDB_FILM, number);
      case SERIES -> id(Authority.TMDB_SERIES, number);
      case UNKNOWN -> Optional.empty();
    };
  }

  private static Optional<TitleId> id(Authority authority, String number) {
    return Optional.of(new TitleId(authority, number));
  }
}
