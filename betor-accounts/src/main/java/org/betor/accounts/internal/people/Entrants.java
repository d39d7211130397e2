package org.betor.accounts.internal.people;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.betor.accounts.Act;
import org.betor.accounts.NewUser;
import org.betor.accounts.User;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Transaction;

/** Makes users of people. Safe for use by several threads. */
public final class Entrants {
  private final SecureRandom random;
  private final InstantSource clock;

  /** Random are ids and pseudonyms. */
  public Entrants(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /** Somebody new, checked but not kept yet. */
  public User user(NewUser person, String role) {
    return new User(
        new UserId(RandomUuid.from(random)),
        RandomUuid.from(random),
        Texts.name(person.name()),
        Texts.email(person.email()),
        role,
        true,
        Optional.empty(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** Keeps somebody who came by themselves. */
  public User admit(Transaction transaction, Act act, User user, String passwordHash)
      throws SQLException {
    new UserTable(transaction).add(user, passwordHash);
    Optional<UUID> self = Optional.of(user.pseudonym());
    new AuditTable(transaction)
        .add(user.created(), user.pseudonym(), act, self, "as " + user.role());
    return user;
  }
}
