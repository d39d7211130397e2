package org.betor.mods.internal.list;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.betor.api.mod.ModKey;
import org.betor.mods.CachedMod;
import org.betor.mods.Direction;
import org.betor.mods.GameEntry;
import org.betor.mods.GenreEntry;
import org.betor.mods.Listed;
import org.betor.mods.ModEntry;
import org.betor.mods.ModSort;
import org.betor.mods.Paging;
import org.betor.mods.ResourceEntry;
import org.betor.mods.TagEntry;
import org.betor.mods.internal.database.Database;
import org.betor.mods.internal.database.Transaction;
import org.betor.mods.internal.database.Transaction.Row;

/** Reads pages of what is here. */
public final class Lists {
  private static final String PAGE = " limit ? offset ?";

  private final Database database;
  private final ModIndex mods;

  /** Of that database. */
  public Lists(Database database) {
    this.database = database;
    this.mods = new ModIndex(database);
  }

  /** Mods that are wanted, in an order. */
  public Listed<ModEntry> mods(ModFilter filter, ModSort sort, Direction direction, Paging paging) {
    Listed<Long> ids = mods.mods().page(filter, sort, direction, paging);
    return new Listed<>(ids.total(), ids.offset(), entries(ids.results()));
  }

  /** Those of them that are still here. */
  private List<ModEntry> entries(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Filter filter = new Filter();
    filter.anyOf("m.id", ids);
    Map<Long, ModEntry> entries = new HashMap<>();
    database.read(
        transaction ->
            transaction.rows(
                row -> entries.put(row.getLong(11), Entries.mod(row)),
                Entries.MOD + filter.where(),
                filter.values()));
    return ids.stream().map(entries::get).filter(Objects::nonNull).toList();
  }

  /** All that is known of a mod. */
  public Optional<CachedMod> mod(ModKey mod) {
    String key = mod.toString();
    return database.read(
        transaction -> {
          var entry = transaction.first(Entries::mod, Entries.MOD + " where m.mod_key = ?", key);
          return entry.isEmpty()
              ? Optional.empty()
              : Optional.of(Entries.whole(transaction, entry.get(), key));
        });
  }

  /**
   * Games.
   *
   * @param filter of the table g
   * @param order of the table g
   */
  public Listed<GameEntry> games(Filter filter, String order, Paging paging) {
    String rows = Entries.GAME + filter.where() + order + PAGE;
    return database.read(
        t -> page(t, Entries::game, "select count(*) from game g", rows, filter, paging));
  }

  /** A game. */
  public Optional<GameEntry> game(String source, String id) {
    String sql = Entries.GAME + " where g.source = ? and g.game = ?";
    return database.read(transaction -> transaction.first(Entries::game, sql, source, id));
  }

  /** The tags of a game's mods, in the order of their names. */
  public Listed<TagEntry> tags(String source, String game, Paging paging) {
    Filter filter = new Filter();
    filter.and("m.source = ? and m.game = ?", source, game);
    String from = " from mod_tag t join mods m on m.id = t.mod_id";
    String rows =
        "select t.tag, count(*)" + from + filter.where() + " group by t.tag order by t.tag" + PAGE;
    String count = "select count(distinct t.tag)" + from;
    return database.read(
        t ->
            page(
                t,
                row -> new TagEntry(row.getString(1), row.getLong(2)),
                count,
                rows,
                filter,
                paging));
  }

  /** The genres of all games, in the order of their names. */
  public Listed<GenreEntry> genres(Paging paging) {
    String distinct = "(select distinct source, genre, name from game_genre) d";
    String rows = "select source, genre, name from " + distinct + " order by 3, 1, 2" + PAGE;
    return database.read(
        t ->
            page(
                t,
                row -> new GenreEntry(row.getString(1), row.getString(2), row.getString(3)),
                "select count(*) from " + distinct,
                rows,
                new Filter(),
                paging));
  }

  /**
   * The pictures of a mod.
   *
   * @param kinds of any kind if empty
   */
  public Listed<ResourceEntry> resources(ModKey mod, List<String> kinds, Paging paging) {
    Filter filter = new Filter();
    filter.and("r.mod_id = (select id from mods where mod_key = ?)", mod.toString());
    filter.anyOf("r.kind", kinds);
    String rows =
        "select r.kind, r.address, r.seen from resource r"
            + filter.where()
            + " order by r.place"
            + PAGE;
    return database.read(
        t -> page(t, Entries::resource, "select count(*) from resource r", rows, filter, paging));
  }

  private static <T> Listed<T> page(
      Transaction transaction, Row<T> row, String count, String rows, Filter filter, Paging paging)
      throws SQLException {
    long total = transaction.number(count + filter.where(), filter.values());
    List<T> results = transaction.rows(row, rows, filter.values(paging.size(), paging.offset()));
    return new Listed<>(total, paging.offset(), results);
  }
}
