package org.betor.accounts.internal.people;

import java.nio.ByteBuffer;
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
  private static final int VERSION = 0x40; // RFC 9562: random
  private static final int VARIANT = 0x80;

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
        new UserId(uuid()),
        uuid(),
        Texts.name(person.name()),
        Texts.email(person.email()),
        role,
        true,
        Optional.empty(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private UUID uuid() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    bytes[6] = (byte) ((bytes[6] & 0x0f) | VERSION);
    bytes[8] = (byte) ((bytes[8] & 0x3f) | VARIANT);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
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
