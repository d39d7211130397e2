package org.betor.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody, as they were when this was read.
 *
 * @param pseudonym stands for them in the audit log, which keeps it when they are erased
 * @param name unique without case
 * @param email unique without case
 * @param role the name of their {@link Role}
 * @param ban the last one that was not lifted, even if it has ended
 */
public record User(
    UserId id,
    UUID pseudonym,
    String name,
    String email,
    String role,
    boolean active,
    Optional<Ban> ban,
    Instant created) {

  /** Whether they are kept out by a ban. */
  public boolean isBannedAt(Instant time) {
    return ban.isPresent() && ban.get().lastsAt(time);
  }

  /** Whether they may do what their role may: active, and not banned. */
  public boolean isAdmittedAt(Instant time) {
    return active && !isBannedAt(time);
  }
}
