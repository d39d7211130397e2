package org.betor.accounts;

import java.time.Duration;

/**
 * How often signing in may fail. After so many failures one has to wait a second before the next
 * attempt, and twice as long after each further one, up to the lock-out. Failures are forgotten
 * when there was none for an hour and for the time of the lock-out.
 *
 * @param perAccount failures of one name that cost no waiting
 * @param perAddress failures from one address that cost no waiting
 * @param lockOut the longest wait
 */
public record SignInLimits(int perAccount, int perAddress, Duration lockOut) {
  /** 5 for an account, 50 from an address, up to 15 minutes. */
  public static final SignInLimits USUAL = new SignInLimits(5, 50, Duration.ofMinutes(15));

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if a number is below 1 or the lock-out not within 1 second and
   *     a day
   */
  public SignInLimits {
    if (perAccount < 1 || perAddress < 1) {
      throw new IllegalArgumentException("at least one failure has to cost nothing");
    }
    if (lockOut.compareTo(Duration.ofSeconds(1)) < 0 || lockOut.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("a lock-out takes 1 second to 1 day, got " + lockOut);
    }
  }
}
