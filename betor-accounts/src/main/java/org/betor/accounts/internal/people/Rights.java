package org.betor.accounts.internal.people;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.betor.accounts.Role;
import org.betor.accounts.User;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.database.Transaction;

/** What people may do now. Safe for use by several threads. */
public final class Rights {
  private final Database database;
  private final InstantSource clock;

  /** Looks things up in the database, each time. */
  public Rights(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The role of a user who is active and not banned; empty for all others. */
  public Optional<Role> role(UserId id) {
    Instant now = clock.instant();
    return database.transact(transaction -> role(transaction, id, now));
  }

  private static Optional<Role> role(Transaction transaction, UserId id, Instant now)
      throws SQLException {
    Optional<User> user =
        new UserTable(transaction)
            .find(id)
            .map(UserRow::user)
            .filter(found -> found.isAdmittedAt(now));
    return user.isEmpty()
        ? Optional.empty()
        : Optional.of(new RoleTable(transaction).get(user.get().role()));
  }
}
