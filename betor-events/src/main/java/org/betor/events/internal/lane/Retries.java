package org.betor.events.internal.lane;

import java.time.Duration;

/**
 * How often a handler gets an event that it throws at, and after which pauses.
 *
 * @param attempts so often at most; from 1
 * @param first the pause after the first attempt; each one is twice as long as the one before
 * @param longest no pause is longer
 */
public record Retries(int attempts, Duration first, Duration longest) {
  /** Six attempts within half a minute: after 1, 2, 4, 8 and 16 seconds. */
  public static final Retries USUAL = new Retries(6, Duration.ofSeconds(1), Duration.ofMinutes(1));

  private static final int MANY = 30;

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if one is not as said above
   */
  public Retries {
    if (attempts < 1) {
      throw new IllegalArgumentException("there is 1 attempt at least, got " + attempts);
    }
    if (first.isNegative() || first.isZero() || first.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "pauses are positive and grow, got %s to %s".formatted(first, longest));
    }
  }

  /** The pause after so many attempts. */
  public Duration after(int failed) {
    Duration pause = first.multipliedBy(1L << Math.min(failed - 1, MANY));
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
