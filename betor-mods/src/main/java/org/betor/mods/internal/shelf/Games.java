package org.betor.mods.internal.shelf;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.betor.api.mod.Game;
import org.betor.mods.internal.database.Transaction;

/** The games that the mods here are for. */
public final class Games {
  private static final long STALE_MICROS = Duration.ofDays(7).toNanos() / 1000;
  private static final int GENRES = 100;

  private final Usage usage;

  /** Of the same library. */
  public Games(Usage usage) {
    this.usage = usage;
  }

  /** Whether the source should be asked for a game: it was not for a week. */
  public boolean isStale(Transaction transaction, String source, String game) throws SQLException {
    return transaction.number(
            "select count(*) from game where source = ? and game = ? and asked > ?",
            source,
            Bounds.cut(game, Bounds.GAME),
            usage.now() - STALE_MICROS)
        == 0;
  }

  /**
   * Keeps what a source said of a game.
   *
   * @param told empty if it said nothing: then its id has to do for a name, and it is asked again
   */
  public void put(Transaction transaction, String source, String id, Optional<Game> told)
      throws SQLException {
    String kept = Bounds.cut(id, Bounds.GAME);
    long row = row(transaction, source, kept);
    if (row == 0) {
      row = insert(transaction, source, kept);
    }
    if (told.isPresent()) {
      describe(transaction, row, told.get());
    }
  }

  private static long row(Transaction transaction, String source, String id) throws SQLException {
    return transaction
        .first(
            found -> found.getLong(1),
            "select id from game where source = ? and game = ?",
            source,
            id)
        .orElse(0L);
  }

  private long insert(Transaction transaction, String source, String id) throws SQLException {
    return transaction.insert(
        """
        insert into game (source, game, name, type, summary, description, logo, added, asked,
          mods, downloads)
        values (?, ?, ?, '', '', '', '', ?, 0, 0, 0)\
        """,
        source,
        id,
        id,
        usage.now());
  }

  private void describe(Transaction transaction, long row, Game game) throws SQLException {
    transaction.change(
        """
        update game set name = ?, type = ?, summary = ?, description = ?, logo = ?, asked = ?
        where id = ?\
        """,
        Bounds.cut(game.name(), Bounds.NAME),
        Bounds.cut(game.type(), Bounds.TYPE),
        Bounds.cut(game.summary(), Bounds.SUMMARY),
        Bounds.cut(game.description(), Bounds.DESCRIPTION),
        game.logo()
            .map(Object::toString)
            .filter(text -> text.length() <= Bounds.ADDRESS)
            .orElse(""),
        usage.now(),
        row);
    transaction.change("delete from game_genre where game = ?", row);
    for (Game.Genre genre : game.genres().stream().distinct().limit(GENRES).toList()) {
      addGenre(transaction, row, game.source(), genre);
    }
  }

  private static void addGenre(Transaction transaction, long row, String source, Game.Genre genre)
      throws SQLException {
    String id = Bounds.cut(genre.id(), Bounds.GAME);
    String sql = "select count(*) from game_genre where game = ? and genre = ?";
    if (transaction.number(sql, row, id) == 0) {
      transaction.change(
          "insert into game_genre values (?, ?, ?, ?)",
          row,
          source,
          id,
          Bounds.cut(genre.name(), Bounds.GAME));
    }
  }
}
