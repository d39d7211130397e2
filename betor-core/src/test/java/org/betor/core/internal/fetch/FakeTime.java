package org.betor.core.internal.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.spi.Pause;

/** A clock that only waiting moves, and a pause that takes no time. */
final class FakeTime implements InstantSource, Pause {
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void pause(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (time.toNanos() > 0) {
      pauses.add(time);
      now = now.plus(time);
    }
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
