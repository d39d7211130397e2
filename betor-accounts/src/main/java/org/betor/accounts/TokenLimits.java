package org.betor.accounts;

import java.time.Duration;

/**
 * How long tokens last, and how many sessions somebody has.
 *
 * @param access how long an access token lasts; 1 second to 1 hour
 * @param refresh how long a session lasts without being refreshed; longer than an access token, up
 *     to a year
 * @param sessionsPerUser 1 to 1,000; one more ends the one that was not used for longest
 */
public record TokenLimits(Duration access, Duration refresh, int sessionsPerUser) {
  private static final Duration LONGEST_ACCESS = Duration.ofHours(1);
  private static final Duration LONGEST_REFRESH = Duration.ofDays(366);
  private static final int MOST_SESSIONS = 1_000;

  /** 10 minutes, 30 days, 20 sessions. */
  public static final TokenLimits USUAL =
      new TokenLimits(Duration.ofMinutes(10), Duration.ofDays(30), 20);

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public TokenLimits {
    if (access.compareTo(Duration.ofSeconds(1)) < 0 || access.compareTo(LONGEST_ACCESS) > 0) {
      throw new IllegalArgumentException("an access token lasts 1 second to 1 hour, got " + access);
    }
    if (refresh.compareTo(access) <= 0 || refresh.compareTo(LONGEST_REFRESH) > 0) {
      throw new IllegalArgumentException(
          "a session lasts longer than an access token and up to a year, got " + refresh);
    }
    if (sessionsPerUser < 1 || sessionsPerUser > MOST_SESSIONS) {
      throw new IllegalArgumentException(
          "a user has 1 to %d sessions, got %d".formatted(MOST_SESSIONS, sessionsPerUser));
    }
  }
}
