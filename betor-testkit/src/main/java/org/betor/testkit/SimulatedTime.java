package org.betor.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.betor.api.spi.Pause;

/**
 * A clock that stands still, save while somebody pauses: then it leaps, and nobody waits. Safe for
 * use by several threads.
 */
public final class SimulatedTime implements InstantSource, Pause {
  private static final Instant USUAL_START = Instant.parse("2026-01-01T00:00:00Z");

  private Instant now;

  /** Time that starts with the year 2026. */
  public SimulatedTime() {
    this(USUAL_START);
  }

  /** Time that starts then. */
  public SimulatedTime(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Sets the clock forward at once. */
  @Override
  public void pause(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!time.isNegative()) {
      advance(time);
    }
  }

  /** Sets the clock forward; back, if the time is negative. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public String toString() {
    return instant().toString();
  }
}
