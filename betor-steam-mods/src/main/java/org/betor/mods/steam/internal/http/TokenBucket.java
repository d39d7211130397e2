package org.betor.mods.steam.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.betor.api.spi.Pause;

/**
 * Keeps questions to one server apart: so many at once after a rest, then one in each interval.
 * Those who wait are let in by their order. Safe for use by several threads.
 */
public final class TokenBucket {
  private static final Duration LONGEST_REST = Duration.ofHours(12);

  private final Duration burst;
  private final Duration interval;
  private final InstantSource clock;
  private final Pause pause;
  private final ReentrantLock door = new ReentrantLock(true);
  private volatile Instant restsUntil = Instant.MIN;
  private Instant due = Instant.MIN;

  /** So many at once, then one in each interval, which may be zero. */
  public TokenBucket(int burst, Duration interval, InstantSource clock, Pause pause) {
    this.burst = interval.multipliedBy(burst - 1L);
    this.interval = interval;
    this.clock = clock;
    this.pause = pause;
  }

  /** Waits for its turn, however long others wait before. */
  void take() throws InterruptedException {
    door.lockInterruptibly();
    try {
      pause.pause(untilNext());
      Instant now = clock.instant();
      due = (due.isBefore(now) ? now : due).plus(interval);
    } finally {
      door.unlock();
    }
  }

  /** The server asked for so much patience. */
  void restFor(Duration time) {
    Duration rest = time.compareTo(LONGEST_REST) < 0 ? time : LONGEST_REST;
    restsUntil = clock.instant().plus(rest);
  }

  /** How long the server is to be left alone; empty if it may be asked. */
  Optional<Duration> rest() {
    Instant now = clock.instant();
    Duration left = restsUntil.isAfter(now) ? Duration.between(now, restsUntil) : Duration.ZERO;
    boolean clockWasSetBack = left.compareTo(LONGEST_REST) > 0;
    return Optional.of(left).filter(time -> !time.isZero() && !clockWasSetBack);
  }

  private Duration untilNext() {
    Instant now = clock.instant();
    boolean clockWasSetBack = due.isAfter(now.plus(burst).plus(interval).plus(interval));
    if (clockWasSetBack || due.isBefore(now)) {
      due = now;
    }
    Duration wait = Duration.between(now, due.minus(burst));
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
