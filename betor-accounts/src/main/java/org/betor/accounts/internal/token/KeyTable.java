package org.betor.accounts.internal.token;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;

/** The public halves of signing keys, within one transaction. */
final class KeyTable {
  private static final int NANOS = 1000;

  private final Transaction transaction;

  KeyTable(Transaction transaction) {
    this.transaction = transaction;
  }

  Optional<PublishedKey> find(String id) throws SQLException {
    return transaction.first(
        KeyTable::read,
        "select public_key, verifies_until, longest_token, retired from betor_signing_key where key_id = ?",
        id);
  }

  /** Adds one, or takes it back into service. */
  void publish(ECKey key, Instant until, Duration longestToken) throws SQLException {
    transaction.change("delete from betor_signing_key where key_id = ?", key.getKeyID());
    transaction.change(
        """
        insert into betor_signing_key (key_id, public_key, verifies_until, longest_token, retired)
        values (?, ?, ?, ?, false)
        """,
        key.getKeyID(),
        key.toPublicJWK().toJSONString(),
        Micros.of(until),
        longestToken.toNanos() / NANOS);
  }

  /** Has one last longer, unless it is retired. */
  void extend(String id, Instant until, Duration longestToken) throws SQLException {
    transaction.change(
        """
        update betor_signing_key set verifies_until = ?, longest_token = ?
        where key_id = ? and retired = false
        """,
        Micros.of(until),
        longestToken.toNanos() / NANOS,
        id);
  }

  /** Has all sign no more, and verify for as long as there are tokens of theirs. */
  void retireAll(Instant now) throws SQLException {
    transaction.change(
        """
        update betor_signing_key set retired = true, verifies_until = ? + longest_token
        where retired = false
        """,
        Micros.of(now));
  }

  void removeEnded(Instant now) throws SQLException {
    transaction.change("delete from betor_signing_key where verifies_until <= ?", Micros.of(now));
  }

  private static PublishedKey read(ResultSet row) throws SQLException {
    try {
      return new PublishedKey(
          ECKey.parse(row.getString("public_key")),
          Micros.instant(row.getLong("verifies_until")),
          Duration.ofNanos(row.getLong("longest_token") * NANOS),
          row.getBoolean("retired"));
    } catch (ParseException damaged) {
      throw new SQLException("the table betor_signing_key has a row that is no key", damaged);
    }
  }
}
