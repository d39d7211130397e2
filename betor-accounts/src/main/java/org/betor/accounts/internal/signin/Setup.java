package org.betor.accounts.internal.signin;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Role;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;
import org.betor.accounts.internal.people.Actor;
import org.betor.accounts.internal.people.UserTable;

/** The tokens with which the first SuperAdmin is made. Kept as hashes; one of them does. */
public final class Setup {
  /** Several, since several instances may begin together, and one may be lost; the newest count. */
  private static final int MOST_TOKENS = 8;

  private static final int TOKEN_BYTES = 32;

  private Setup() {}

  /** A new token, if nobody was made yet with one. */
  public static Optional<String> begin(Database database, SecureRandom random, Instant now) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return database.transact(
        transaction -> {
          Actor.lock(transaction);
          if (new UserTable(transaction).count(Role.SUPER_ADMIN) > 0) {
            return Optional.empty();
          }
          keep(transaction, Sha256.hex(token), now);
          return Optional.of(token);
        });
  }

  private static void keep(Transaction transaction, String hash, Instant now) throws SQLException {
    List<String> newest =
        transaction.rows(
            row -> row.getString(1),
            "select token_hash from betor_setup order by made desc, token_hash");
    for (String old : newest.subList(Math.min(newest.size(), MOST_TOKENS - 1), newest.size())) {
      transaction.change("delete from betor_setup where token_hash = ?", old);
    }
    transaction.change(
        "insert into betor_setup (token_hash, made) values (?, ?)", hash, Micros.of(now));
  }

  /**
   * Checks a token.
   *
   * @throws AccountsException if it is not one of those that were handed out
   */
  public static String check(Transaction transaction, String token) throws SQLException {
    String hash = Sha256.hex(token);
    if (transaction.number("select count(*) from betor_setup where token_hash = ?", hash) == 0) {
      throw new AccountsException(
          Reason.WRONG_SETUP_TOKEN,
          "this setup token is unknown or used: open the accounts again to be told a new one, if there is no %s yet"
              .formatted(Role.SUPER_ADMIN));
    }
    return hash;
  }

  /** Checks a token, and uses it and with it all. */
  public static void use(Transaction transaction, String token) throws SQLException {
    check(transaction, token);
    transaction.change("delete from betor_setup");
  }
}
