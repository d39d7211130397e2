package org.betor.accounts.internal.playback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.betor.accounts.RunningStream;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;
import org.betor.api.model.TitleId;

/** Streams that run, within one transaction. */
final class StreamTable {
  private final Transaction transaction;

  StreamTable(Transaction transaction) {
    this.transaction = transaction;
  }

  void add(UUID id, UserId user, TitleId title, Instant now) throws SQLException {
    transaction.change(
        "insert into betor_stream (id, user_id, title, started, last_seen) values (?, ?, ?, ?, ?)",
        id.toString(),
        user.toString(),
        title.toString(),
        Micros.of(now),
        Micros.of(now));
  }

  /** Says that one was heard of; whether it is there, and was heard of after {@code since}. */
  boolean touch(UUID id, Instant now, Instant since) throws SQLException {
    return transaction.change(
            "update betor_stream set last_seen = ? where id = ? and last_seen > ?",
            Micros.of(now),
            id.toString(),
            Micros.of(since))
        > 0;
  }

  /** Those of a user that were heard of after {@code since}, the oldest first. */
  List<RunningStream> of(UserId user, Instant since) throws SQLException {
    return transaction.rows(
        StreamTable::read,
        """
        select id, title, started, last_seen from betor_stream
        where user_id = ? and last_seen > ? order by started, id
        """,
        user.toString(),
        Micros.of(since));
  }

  void remove(UUID id) throws SQLException {
    transaction.change("delete from betor_stream where id = ?", id.toString());
  }

  /** Forgets those of a user. */
  void remove(UserId user) throws SQLException {
    transaction.change("delete from betor_stream where user_id = ?", user.toString());
  }

  /** Forgets those of a user that were not heard of after {@code since}. */
  void removeSilent(UserId user, Instant since) throws SQLException {
    transaction.change(
        "delete from betor_stream where user_id = ? and last_seen <= ?",
        user.toString(),
        Micros.of(since));
  }

  private static RunningStream read(ResultSet row) throws SQLException {
    return new RunningStream(
        UUID.fromString(row.getString("id")),
        TitleId.parse(row.getString("title")),
        Micros.instant(row.getLong("started")),
        Micros.instant(row.getLong("last_seen")));
  }
}
