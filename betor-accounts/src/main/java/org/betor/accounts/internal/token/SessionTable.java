package org.betor.accounts.internal.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;

/** Sessions, within one transaction. */
final class SessionTable {
  private static final String SELECT =
      """
      select s.id, s.user_id, s.revision, s.address, s.begun, s.last_used, s.secret_hash,
        s.previous_hash, s.salt
      from betor_session s
      """;
  private static final String OF_TODAY =
      " join betor_user u on u.id = s.user_id and u.revision = s.revision ";
  private static final int MOST_AT_A_TIME = 1_000;

  private final Transaction transaction;

  SessionTable(Transaction transaction) {
    this.transaction = transaction;
  }

  void add(SessionRow row) throws SQLException {
    transaction.change(
        """
        insert into betor_session (id, user_id, revision, address, begun, last_used, secret_hash,
          previous_hash, salt)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        row.id(),
        row.user().toString(),
        row.revision(),
        row.address(),
        Micros.of(row.begun()),
        Micros.of(row.lastUsed()),
        row.secretHash(),
        row.previousHash(),
        row.salt());
  }

  /** To be the first statement; no other transaction changes the row until this one is done. */
  Optional<SessionRow> lock(String id) throws SQLException {
    return transaction.first(SessionTable::read, SELECT + "where s.id = ? for update", id);
  }

  /** The one with an id, if its user is as they were when it began. */
  Optional<SessionRow> current(String id) throws SQLException {
    return transaction.first(SessionTable::read, SELECT + OF_TODAY + "where s.id = ?", id);
  }

  /** The same, of all of a user that were used since; the last used first. */
  List<SessionRow> current(UserId user, Instant since) throws SQLException {
    return transaction.rows(
        SessionTable::read,
        SELECT
            + OF_TODAY
            + "where s.user_id = ? and s.last_used > ? order by s.last_used desc, s.id",
        user.toString(),
        Micros.of(since));
  }

  /** All that are kept of a user, over or not. */
  List<SessionRow> all(UserId user) throws SQLException {
    return transaction.rows(
        SessionTable::read,
        SELECT + "where s.user_id = ? order by s.last_used desc, s.id",
        user.toString());
  }

  /** Has a new refresh token take the place of the newest. */
  void turn(SessionRow row, String salt, String nextHash, Instant now) throws SQLException {
    transaction.change(
        """
        update betor_session set secret_hash = ?, previous_hash = ?, salt = ?, last_used = ?
        where id = ?
        """,
        nextHash,
        row.secretHash(),
        salt,
        Micros.of(now),
        row.id());
  }

  /** How many were removed. */
  int remove(String id) throws SQLException {
    return transaction.change("delete from betor_session where id = ?", id);
  }

  /** The same, if it is that user's. */
  int remove(UserId user, String id) throws SQLException {
    return transaction.change(
        "delete from betor_session where user_id = ? and id = ?", user.toString(), id);
  }

  int removeAll(UserId user) throws SQLException {
    return transaction.change("delete from betor_session where user_id = ?", user.toString());
  }

  /** Leaves the last used ones; how many went. */
  int keepNewest(UserId user, int most) throws SQLException {
    return removeAll(
        transaction.rows(
            row -> row.getString(1),
            "select id from betor_session where user_id = ? order by last_used desc, id limit ? offset ?",
            user.toString(),
            MOST_AT_A_TIME,
            most));
  }

  /** Removes some of those that were not used since. */
  void removeUnused(Instant since, int most) throws SQLException {
    removeAll(
        transaction.rows(
            row -> row.getString(1),
            "select id from betor_session where last_used <= ? order by last_used, id limit ?",
            Micros.of(since),
            most));
  }

  private int removeAll(List<String> ids) throws SQLException {
    int removed = 0;
    for (String id : ids) {
      removed += remove(id);
    }
    return removed;
  }

  private static SessionRow read(ResultSet row) throws SQLException {
    return new SessionRow(
        row.getString("id"),
        UserId.parse(row.getString("user_id")),
        row.getLong("revision"),
        row.getString("address"),
        Micros.instant(row.getLong("begun")),
        Micros.instant(row.getLong("last_used")),
        row.getString("secret_hash"),
        row.getString("previous_hash"),
        row.getString("salt"));
  }
}
