package org.betor.mods.internal.list;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.betor.api.mod.ModKey;
import org.betor.mods.CachedMod;
import org.betor.mods.GameEntry;
import org.betor.mods.GenreEntry;
import org.betor.mods.Listed;
import org.betor.mods.ModEntry;
import org.betor.mods.Paging;
import org.betor.mods.ResourceEntry;
import org.betor.mods.TagEntry;
import org.betor.mods.internal.database.Database;
import org.betor.mods.internal.database.Transaction;
import org.betor.mods.internal.database.Transaction.Row;

/** Reads pages of tables. */
public final class Lists {
  private static final String PAGE = " limit ? offset ?";

  private final Database database;

  /** Of that database. */
  public Lists(Database database) {
    this.database = database;
  }

  /** The sources of all mods; one look into an index for each. */
  public Set<String> sources() {
    String next = "select source from mods where source > ? order by source, id limit 1";
    return database.read(
        transaction -> {
          Set<String> sources = new TreeSet<>();
          String source = transaction.text(next, "");
          while (source != null) {
            sources.add(source);
            source = transaction.text(next, source);
          }
          return sources;
        });
  }

  /**
   * Mods.
   *
   * @param filter of the table m
   * @param order of the table m
   */
  public Listed<ModEntry> mods(Filter filter, String order, Paging paging) {
    String ids = "select m.id from mods m" + filter.where() + order + PAGE;
    return database.read(
        transaction -> {
          // An index has all that this wants; whole rows are read of one page only.
          Listed<Long> page =
              page(
                  transaction,
                  row -> row.getLong(1),
                  "select count(*) from mods m",
                  ids,
                  filter,
                  paging);
          List<ModEntry> mods = new ArrayList<>();
          for (long id : page.results()) {
            transaction
                .first(Entries::mod, Entries.MOD + " where m.id = ?", id)
                .ifPresent(mods::add);
          }
          return new Listed<>(page.total(), page.offset(), mods);
        });
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
