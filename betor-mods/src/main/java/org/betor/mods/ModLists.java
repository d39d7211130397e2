package org.betor.mods;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.betor.api.mod.ModDetails.Picture;
import org.betor.api.mod.ModKey;
import org.betor.mods.internal.list.Lists;

/** What a library has. Asks no source. Safe for use by several threads. */
public final class ModLists {
  private final Lists lists;

  ModLists(Lists lists) {
    this.lists = lists;
  }

  /** Mods that are here. */
  public Listed<ModEntry> mods(ModQuery query) {
    return lists.mods(query.filter(), query.sort(), query.direction(), query.paging());
  }

  /** All that is known of a mod that is here. */
  public Optional<CachedMod> mod(ModKey mod) {
    return lists.mod(mod);
  }

  /** Games of which mods are, or were, here. */
  public Listed<GameEntry> games(GameQuery query) {
    return lists.games(query.filter(), query.order(), query.paging());
  }

  /** A game of which mods are, or were, here. */
  public Optional<GameEntry> game(String source, String id) {
    return lists.game(source, id);
  }

  /** The tags that mods of a game have, in the order of their names. */
  public Listed<TagEntry> tags(String source, String game, Paging paging) {
    return lists.tags(source, game, paging);
  }

  /** The kinds of all games, in the order of their names. */
  public Listed<GenreEntry> genres(Paging paging) {
    return lists.genres(paging);
  }

  /**
   * The pictures of a mod that is here.
   *
   * @param kinds of any kind if empty
   */
  public Listed<ResourceEntry> resources(
      ModKey mod, Collection<Picture.Kind> kinds, Paging paging) {
    List<String> names = kinds.stream().map(Enum::name).distinct().toList();
    return lists.resources(mod, names, paging);
  }
}
