package org.betor.core.internal.online;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets a service rest that fails again and again, or asks for patience itself. After a rest, one
 * question is a trial; the others go on when it was answered. Safe for use by several threads.
 */
final class Breaker {
  private static final int MOST_FAILURES = 5;
  private static final Duration REST = Duration.ofMinutes(5);

  /** However long a service asks us to wait. */
  private static final Duration LONGEST_REST = Duration.ofDays(1);

  private final InstantSource clock;
  private Instant restsUntil = Instant.MIN;
  private int failuresInARow;
  private boolean isTried;

  Breaker(InstantSource clock) {
    this.clock = clock;
  }

  /** Why the service is not asked now; empty if it may be. */
  synchronized Optional<String> whyNotNow() {
    if (clock.instant().isBefore(restsUntil)) {
      return Optional.of("it rests until " + restsUntil);
    }
    return isTried ? Optional.of("it is on trial after a rest") : Optional.empty();
  }

  /**
   * Starts a question, unless there is a reason not to. What became of it follows, with one of the
   * other methods.
   */
  synchronized Optional<String> start() {
    Optional<String> whyNot = whyNotNow();
    if (whyNot.isEmpty()) {
      isTried = failuresInARow >= MOST_FAILURES;
    }
    return whyNot;
  }

  synchronized void answered() {
    failuresInARow = 0;
    isTried = false;
  }

  /** Nobody knows whether it would have been answered. */
  synchronized void abandoned() {
    isTried = false;
  }

  /** The question failed; the service may have asked for so much patience. */
  synchronized void failed(Optional<Duration> patience) {
    isTried = false;
    failuresInARow++;
    patience.ifPresent(wait -> restFor(wait.compareTo(LONGEST_REST) < 0 ? wait : LONGEST_REST));
    if (failuresInARow >= MOST_FAILURES) {
      restFor(REST);
    }
  }

  private void restFor(Duration time) {
    Instant end = clock.instant().plus(time);
    restsUntil = end.isAfter(restsUntil) ? end : restsUntil;
  }
}
