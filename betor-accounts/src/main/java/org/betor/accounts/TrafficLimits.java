package org.betor.accounts;

import java.time.Duration;

/**
 * What the server believes of reports at most. What clients say are claims: limits keep them within
 * what is possible, not within what is true.
 *
 * @param bytesPerSecond how fast one person transfers in each direction, all torrents together;
 *     positive
 * @param longestGap how much time without reports makes up for at most; positive
 * @param sessions how many sessions of one person are kept, which each have one torrent; positive
 */
public record TrafficLimits(long bytesPerSecond, Duration longestGap, int sessions) {
  /** 1 Gbit/s, 7 days, 10,000 sessions. */
  public static final TrafficLimits USUAL =
      new TrafficLimits(125_000_000, Duration.ofDays(7), 10_000);

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public TrafficLimits {
    if (bytesPerSecond < 1 || longestGap.isNegative() || longestGap.isZero() || sessions < 1) {
      throw new IllegalArgumentException(
          "limits are positive, got %d bytes per second, %s, %d sessions"
              .formatted(bytesPerSecond, longestGap, sessions));
    }
  }
}
