package org.betor.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.betor.api.model.MediaType;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.CatalogQuery.Sort;

/**
 * A query that can be asked again, in pages or in other words.
 *
 * @param words perhaps none
 * @param filters by their descriptions
 * @param sort in which order
 */
record Question(String words, List<Filter> filters, Sort sort) {
  private static final int EVERYTHING = 1_000;

  /** With few words and fewer filters: what finds nothing is a poor question. */
  static Question random(RandomFilms films) {
    List<Filter> filters = new ArrayList<>();
    for (int most = films.number(3); most > 0; most--) {
      filters.add(filter(films));
    }
    return new Question(films.chance(3) ? "" : films.text(), filters, films.of(Sort.values()));
  }

  /** All of it at once, unless changed. */
  CatalogQuery.Builder query() {
    CatalogQuery.Builder query = words.isEmpty() ? CatalogQuery.all() : CatalogQuery.words(words);
    for (Filter filter : filters) {
      query = filter.added.apply(query);
    }
    return query.sort(sort).limit(EVERYTHING);
  }

  Question in(String others) {
    return new Question(others, filters, sort);
  }

  /** Whether the catalogue itself judges what comes first. */
  boolean isByMatch() {
    return sort == Sort.RELEVANCE && !words.isEmpty();
  }

  private static Filter filter(RandomFilms films) {
    int number = films.number(3);
    int more = films.number(3);
    return switch (films.number(12)) {
      case 0 -> filter("mediaType", films.of(MediaType.values()), CatalogQuery.Builder::mediaType);
      case 1 -> new Filter("years", query -> query.years(2008, 2008 + number));
      case 2 -> filter("language", films.of(RandomFilms.LANGUAGES), CatalogQuery.Builder::language);
      case 3 ->
          filter("resolution", films.of(Resolution.values()), CatalogQuery.Builder::resolution);
      case 4 -> filter("provider", films.of(RandomFilms.PROVIDERS), CatalogQuery.Builder::provider);
      case 5 -> filter("id", films.of(RandomFilms.IDS), CatalogQuery.Builder::id);
      case 6 -> filter("season", number, CatalogQuery.Builder::season);
      case 7 ->
          new Filter(
              "episode %d of season %d".formatted(more, number),
              query -> query.episode(number, more));
      case 8 -> filter("source", films.of(Source.values()), CatalogQuery.Builder::source);
      case 9 -> filter("page", films.page(), CatalogQuery.Builder::page);
      case 10 -> filter("tag", films.of(RandomFilms.TAGS), CatalogQuery.Builder::tag);
      default ->
          films.chance(2)
              ? filter("seeders", number, CatalogQuery.Builder::seeders)
              : new Filter(
                  "size %d to %d".formatted(number, number + more),
                  query -> query.size(number, number + more));
    };
  }

  private static <T> Filter filter(String name, T value, Adding<T> adding) {
    return new Filter(name + " " + value, query -> adding.add(query, value));
  }

  /**
   * A filter that can say what it is.
   *
   * @param description for people
   * @param added adds it to a query
   */
  record Filter(String description, UnaryOperator<CatalogQuery.Builder> added) {
    @Override
    public String toString() {
      return description;
    }
  }

  private interface Adding<T> {
    CatalogQuery.Builder add(CatalogQuery.Builder query, T value);
  }
}
