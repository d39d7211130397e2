package org.betor.accounts.internal.ratio;

import java.time.Instant;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.TrafficLimits;
import org.betor.accounts.internal.database.Micros;

/**
 * How fast somebody can have transferred what they report. Each byte takes its time at the largest
 * rate, one after another; who would still be busy in the future reports what cannot be. The order
 * of reports, and how they are cut, change nothing.
 */
final class Pace {
  private static final double MICROS_PER_SECOND = 1e6;

  /** Clocks differ, and rates are not even. */
  private static final long SLACK = 60_000_000;

  private final TrafficLimits limits;
  private final long now;

  Pace(TrafficLimits limits, Instant now) {
    this.limits = limits;
    this.now = Micros.of(now);
  }

  /**
   * Until when it takes to transfer more bytes.
   *
   * @param busyUntil until when it took to transfer those before
   */
  long busyUntil(long busyUntil, long bytes) {
    long begin = Math.max(busyUntil, now - limits.longestGap().toSeconds() * 1_000_000);
    double end = begin + bytes * MICROS_PER_SECOND / limits.bytesPerSecond();
    if (bytes > 0 && end > now + SLACK) {
      throw new AccountsException(
          Reason.IMPOSSIBLE_TRAFFIC,
          "nobody transfers %d bytes in the time since the last report: the client counts wrongly, or lies"
              .formatted(bytes));
    }
    return (long) end;
  }
}
