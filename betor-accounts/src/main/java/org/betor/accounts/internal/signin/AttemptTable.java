package org.betor.accounts.internal.signin;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;

/** Failures to sign in, within one transaction. */
final class AttemptTable {
  private final Transaction transaction;

  AttemptTable(Transaction transaction) {
    this.transaction = transaction;
  }

  Optional<Failures> find(String key) throws SQLException {
    return transaction.first(
        row -> new Failures(row.getInt("failures"), Micros.instant(row.getLong("last_failure"))),
        "select failures, last_failure from betor_attempt where attempt_key = ?",
        key);
  }

  /** One more; those before are forgotten if the last was before {@code since}. */
  void add(String key, Instant now, Instant since) throws SQLException {
    int counted =
        transaction.change( // in this order: some databases let the second see the first
            """
            update betor_attempt
            set failures = case when last_failure < ? then 1 else failures + 1 end, last_failure = ?
            where attempt_key = ?
            """,
            Micros.of(since),
            Micros.of(now),
            key);
    if (counted == 0) {
      transaction.change(
          "insert into betor_attempt (attempt_key, failures, last_failure) values (?, 1, ?)",
          key,
          Micros.of(now));
    }
  }

  void forget(String key) throws SQLException {
    transaction.change("delete from betor_attempt where attempt_key = ?", key);
  }

  void forgetBefore(Instant time) throws SQLException {
    transaction.change("delete from betor_attempt where last_failure < ?", Micros.of(time));
  }

  /** How many in a row, and when the last one was. */
  record Failures(int count, Instant last) {
    Duration sinceLast(Instant now) {
      return Duration.between(last, now);
    }
  }
}
