package org.betor.accounts.internal.playback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.betor.accounts.ResumePoint;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;
import org.betor.api.model.TitleId;

/** How far people are, within one transaction. Of each the newest 1,000 titles are kept. */
final class PositionTable {
  private static final int MOST = 1_000;
  private static final String SELECT =
      "select title, position_millis, last_seen from betor_position where user_id = ? ";

  private final Transaction transaction;

  PositionTable(Transaction transaction) {
    this.transaction = transaction;
  }

  void keep(UserId user, TitleId title, Duration position, Instant now) throws SQLException {
    int changed =
        transaction.change(
            "update betor_position set position_millis = ?, last_seen = ? where user_id = ? and title = ?",
            position.toMillis(),
            Micros.of(now),
            user.toString(),
            title.toString());
    if (changed == 0) {
      removeAllBut(user, MOST - 1);
      transaction.change(
          "insert into betor_position (position_millis, last_seen, user_id, title) values (?, ?, ?, ?)",
          position.toMillis(),
          Micros.of(now),
          user.toString(),
          title.toString());
    }
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
    return new ResumePoint(
        TitleId.parse(row.getString("title")),
        Duration.ofMillis(row.getLong("position_millis")),
        Micros.instant(row.getLong("last_seen")));
  }
}
