package org.betor.accounts;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a user out.
 *
 * @param until when it ends; empty if it does not end by itself
 * @param reason for people, up to 500 characters; may be empty
 */
public record Ban(Optional<Instant> until, String reason) {
  /** One that ends by itself. */
  public static Ban until(Instant end, String reason) {
    return new Ban(Optional.of(end), reason);
  }

  /** One that lasts until it is lifted. */
  public static Ban forGood(String reason) {
    return new Ban(Optional.empty(), reason);
  }

  /** Whether it has not ended. */
  public boolean lastsAt(Instant time) {
    return until.isEmpty() || time.isBefore(until.get());
  }
}
