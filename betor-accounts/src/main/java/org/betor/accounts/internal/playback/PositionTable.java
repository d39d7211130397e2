package org.betor.accounts.internal.playback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.betor.accounts.ResumePoint;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;
import org.betor.api.model.Episodes;
import org.betor.api.model.TitleId;

/** How far people are, within one transaction. Of each the newest 1,000 titles are kept. */
final class PositionTable {
  private static final int MOST = 1_000;
  private static final int NO_NUMBER = -1;
  private static final String SELECT =
      "select title, season, episode, position_millis, last_seen from betor_position where user_id = ? ";

  private final Transaction transaction;

  PositionTable(Transaction transaction) {
    this.transaction = transaction;
  }

  /** Of a series, the episode that was watched last. */
  void keep(Pass pass, Duration position, Instant now) throws SQLException {
    Object[] values = {
      number(pass.episode().seasons()),
      number(pass.episode().numbers()),
      position.toMillis(),
      Micros.of(now),
      pass.user().toString(),
      pass.title().toString()
    };
    int changed =
        transaction.change(
            """
            update betor_position set season = ?, episode = ?, position_millis = ?, last_seen = ?
            where user_id = ? and title = ?
            """,
            values);
    if (changed == 0) {
      removeAllBut(pass.user(), MOST - 1);
      transaction.change(
          """
          insert into betor_position (season, episode, position_millis, last_seen, user_id, title)
          values (?, ?, ?, ?, ?, ?)
          """,
          values);
    }
  }

  private static int number(SortedSet<Integer> one) {
    return one.isEmpty() ? NO_NUMBER : one.first();
  }

  Optional<ResumePoint> find(UserId user, TitleId title) throws SQLException {
    return transaction.first(
        PositionTable::read, SELECT + "and title = ?", user.toString(), title.toString());
  }

  /** The newest first. */
  List<ResumePoint> of(UserId user, int limit) throws SQLException {
    return transaction.rows(
        PositionTable::read,
        SELECT + "order by last_seen desc, title limit ?",
        user.toString(),
        limit);
  }

  void remove(UserId user, TitleId title) throws SQLException {
    transaction.change(
        "delete from betor_position where user_id = ? and title = ?",
        user.toString(),
        title.toString());
  }

  /** Forgets all of a user. */
  void remove(UserId user) throws SQLException {
    transaction.change("delete from betor_position where user_id = ?", user.toString());
  }

  private void removeAllBut(UserId user, int newest) throws SQLException {
    List<ResumePoint> kept = of(user, newest + 1);
    for (ResumePoint old : kept.subList(Math.min(kept.size(), newest), kept.size())) {
      remove(user, old.title());
    }
  }

  private static ResumePoint read(ResultSet row) throws SQLException {
    int season = row.getInt("season");
    return new ResumePoint(
        TitleId.parse(row.getString("title")),
        season == NO_NUMBER
            ? Episodes.NONE
            : Episodes.of(List.of(season), List.of(row.getInt("episode"))),
        Duration.ofMillis(row.getLong("position_millis")),
        Micros.instant(row.getLong("last_seen")));
  }
}
