package org.betor.api.model;

import java.time.Instant;

/**
 * That a release is blocked: it shows to nobody and is not downloaded, whatever is written of it
 * later, until a newer block without a reason lifts this one.
 *
 * @param reason why, for people; empty if the release is not blocked any more
 * @param seen when this was decided
 */
public record Block(String reason, Instant seen) implements Section {

  /** Keeps the reason on one line. */
  public Block {
    reason = Wording.line(reason);
  }

  /** Whether it is in force. */
  public boolean inForce() {
    return !reason.isEmpty();
  }
}
