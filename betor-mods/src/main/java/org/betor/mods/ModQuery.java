package org.betor.mods;

import java.util.List;
import java.util.Optional;
import org.betor.mods.internal.list.IndexedMod;
import org.betor.mods.internal.list.ModFilter;

/**
 * Which mods are wanted, and in which order. Immutable; every method gives another query.
 *
 * <pre>{@code
 * ModQuery.all().tags(List.of("Graphics")).named("lantern").sorted(ModSort.SIZE, DESCENDING)
 * }</pre>
 */
public final class ModQuery {
  private static final int MOST_FILTERS = 30;

  private final List<String> tags;
  private final List<String> games;
  private final List<String> sources;
  private final String name;
  private final Optional<Boolean> needing;
  private final ModSort sort;
  private final Direction direction;
  private final Paging paging;

  private ModQuery(
      List<String> tags,
      List<String> games,
      List<String> sources,
      String name,
      Optional<Boolean> needing,
      ModSort sort,
      Direction direction,
      Paging paging) {
    int filters = tags.size() + games.size() + sources.size();
    if (filters > MOST_FILTERS) {
      throw new IllegalArgumentException(
          "tags, games and sources together are at most %d, got %d"
              .formatted(MOST_FILTERS, filters));
    }
    this.tags = List.copyOf(tags);
    this.games = List.copyOf(games);
    this.sources = List.copyOf(sources);
    this.name = name;
    this.needing = needing;
    this.sort = sort;
    this.direction = direction;
    this.paging = paging;
  }

  /** All mods, the most wanted first, ten a page. */
  public static ModQuery all() {
    return new ModQuery(
        List.of(),
        List.of(),
        List.of(),
        "",
        Optional.empty(),
        ModSort.DOWNLOADS,
        Direction.DESCENDING,
        Paging.FIRST);
  }

  /** Only those that have all of these tags. */
  public ModQuery tags(List<String> tags) {
    return new ModQuery(tags, games, sources, name, needing, sort, direction, paging);
  }

  /** Only those of this game; of more than one, those that are of all of them. */
  public ModQuery games(List<String> games) {
    return new ModQuery(tags, games, sources, name, needing, sort, direction, paging);
  }

  /** Only those of one of these sources. */
  public ModQuery sources(List<String> sources) {
    return new ModQuery(tags, games, sources, name, needing, sort, direction, paging);
  }

  /** Only those whose name contains this, in upper or lower case. */
  public ModQuery named(String name) {
    return new ModQuery(tags, games, sources, name, needing, sort, direction, paging);
  }

  /** Only those that need other mods, or only those of which that is not known. */
  public ModQuery needing(boolean needing) {
    return new ModQuery(tags, games, sources, name, Optional.of(needing), sort, direction, paging);
  }

  /** In that order. */
  public ModQuery sorted(ModSort sort, Direction direction) {
    return new ModQuery(tags, games, sources, name, needing, sort, direction, paging);
  }

  /** That part of them. */
  public ModQuery page(int page, int size) {
    return new ModQuery(
        tags, games, sources, name, needing, sort, direction, new Paging(page, size));
  }

  ModFilter filter() {
    return new ModFilter(tags, games, sources, IndexedMod.fold(name), needing);
  }

  ModSort sort() {
    return sort;
  }

  Direction direction() {
    return direction;
  }

  Paging paging() {
    return paging;
  }
}
