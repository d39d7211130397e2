package org.betor.core.internal.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.betor.api.spi.Pause;

/** Keeps requests to one host few and apart. */
final class HostPace {
  private final int atOnce;
  private final Duration between;
  private final InstantSource clock;
  private final Pause pause;
  private final Semaphore places;
  private Instant next = Instant.MIN;

  HostPace(int atOnce, Duration between, InstantSource clock, Pause pause) {
    this.atOnce = atOnce;
    this.between = between;
    this.clock = clock;
    this.pause = pause;
    this.places = new Semaphore(atOnce, true);
  }

  /** Waits until a request may start; {@link #leave} follows when it is over. */
  void enter() throws InterruptedException {
    places.acquire();
    try {
      pause.pause(untilMyStart());
    } catch (InterruptedException | RuntimeException e) {
      places.release();
      throw e;
    }
  }

  void leave() {
    places.release();
  }

  /** Whether nobody is here and the next could start at once. */
  synchronized boolean isIdle() {
    return places.availablePermits() == atOnce && !next.isAfter(clock.instant());
  }

  private synchronized Duration untilMyStart() {
    Instant now = clock.instant();
    boolean clockWasSetBack = next.isAfter(now.plus(between.multipliedBy(atOnce)));
    Instant start = next.isBefore(now) || clockWasSetBack ? now : next;
    next = start.plus(between);
    return Duration.between(now, start);
  }
}
