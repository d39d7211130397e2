package org.betor.accounts.internal.playback;

import java.sql.SQLException;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Transaction;

/** Makes those wait who touch what the same user watches and keeps. */
public final class UserLock {
  private UserLock() {}

  /**
   * Begins a transaction in which nobody else does that; to be its first statement. Says whether
   * there is such a user.
   */
  public static boolean take(Transaction transaction, UserId user) throws SQLException {
    return transaction
        .first(row -> user, "select id from betor_user where id = ? for update", user.toString())
        .isPresent();
  }
}
