package org.betor.mods;

import java.util.List;
import org.betor.mods.internal.list.Filter;

/** Which games are wanted, and in which order. Immutable; every method gives another query. */
public final class GameQuery {
  private static final int MOST_FILTERS = 30;

  private final List<String> types;
  private final List<String> genres;
  private final List<String> sources;
  private final String name;
  private final GameSort sort;
  private final Direction direction;
  private final Paging paging;

  private GameQuery(
      List<String> types,
      List<String> genres,
      List<String> sources,
      String name,
      GameSort sort,
      Direction direction,
      Paging paging) {
    int filters = types.size() + genres.size() + sources.size();
    if (filters > MOST_FILTERS) {
      throw new IllegalArgumentException(
          "types, genres and sources together are at most %d, got %d"
              .formatted(MOST_FILTERS, filters));
    }
    this.types = List.copyOf(types);
    this.genres = List.copyOf(genres);
    this.sources = List.copyOf(sources);
    this.name = name;
    this.sort = sort;
    this.direction = direction;
    this.paging = paging;
  }

  /** All games, those with the most wanted mods first, ten a page. */
  public static GameQuery all() {
    return new GameQuery(
        List.of(),
        List.of(),
        List.of(),
        "",
        GameSort.MODS_DOWNLOADS,
        Direction.DESCENDING,
        Paging.FIRST);
  }

  /** Only those of one of these types. */
  public GameQuery types(List<String> types) {
    return new GameQuery(types, genres, sources, name, sort, direction, paging);
  }

  /** Only those of all of these genres, by their ids. */
  public GameQuery genres(List<String> genres) {
    return new GameQuery(types, genres, sources, name, sort, direction, paging);
  }

  /** Only those of one of these sources. */
  public GameQuery sources(List<String> sources) {
    return new GameQuery(types, genres, sources, name, sort, direction, paging);
  }

  /** Only those whose name contains this, in upper or lower case. */
  public GameQuery named(String name) {
    return new GameQuery(types, genres, sources, name, sort, direction, paging);
  }

  /** In that order. */
  public GameQuery sorted(GameSort sort, Direction direction) {
    return new GameQuery(types, genres, sources, name, sort, direction, paging);
  }

  /** That part of them. */
  public GameQuery page(int page, int size) {
    return new GameQuery(types, genres, sources, name, sort, direction, new Paging(page, size));
  }

  /** What is wanted of the table of games, named g. */
  Filter filter() {
    Filter filter = new Filter();
    filter.anyOf("g.type", types);
    for (String genre : genres) {
      filter.and("exists (select 1 from game_genre x where x.game = g.id and x.genre = ?)", genre);
    }
    filter.anyOf("g.source", sources);
    if (!name.isEmpty()) {
      filter.contains("g.name", name);
    }
    return filter;
  }

  /** The order of the table of games, named g. */
  String order() {
    return Filter.order("g", sort.column(), direction == Direction.DESCENDING);
  }

  Paging paging() {
    return paging;
  }
}
