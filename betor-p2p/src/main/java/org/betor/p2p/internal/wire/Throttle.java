package org.betor.p2p.internal.wire;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Lets so many bytes a second pass: what is not used is saved for a moment only. Used on the loop's
 * thread only.
 */
public final class Throttle {
  /** What may be saved, as a part of a second; it has to outlast the time between two refills. */
  private static final double BURST_SECONDS = 0.25;

  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private OptionalLong bytesPerSecond = OptionalLong.empty();
  private double saved;

  /** Changes the limit; empty lets everything pass. */
  public void limit(OptionalLong bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond;
    this.saved = Math.min(saved, burst());
  }

  /** Whether there is a limit. */
  public boolean isLimited() {
    return bytesPerSecond.isPresent();
  }

  /** How many bytes may pass now. */
  public int allowance() {
    return isLimited() ? (int) Math.max(0, Math.min(saved, Integer.MAX_VALUE)) : Integer.MAX_VALUE;
  }

  /** So many passed; a few more than allowed are paid back later. */
  public void spend(long bytes) {
    if (isLimited()) {
      saved -= bytes;
    }
  }

  /** Time went by. */
  public void refill(long nanos) {
    bytesPerSecond.ifPresent(
        rate -> saved = Math.min(saved + rate * (nanos / NANOS_PER_SECOND), burst()));
  }

  private double burst() {
    return Math.max(1, bytesPerSecond.orElse(0) * BURST_SECONDS);
  }
}
