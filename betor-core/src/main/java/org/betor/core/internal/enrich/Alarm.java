package org.betor.core.internal.enrich;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.betor.api.spi.Pause;

/**
 * Rings once at a time that is set, on a thread that only waits for it; the earliest time holds.
 * Safe for use by several threads.
 */
public final class Alarm {
  private final InstantSource clock;
  private final Pause pause;
  private final Function<Runnable, Future<?>> thread;
  private Runnable ringing = () -> {};
  private Instant time = Instant.MAX;
  private Future<?> waiting = CompletableFuture.completedFuture(true);
  private boolean closed;

  /**
   * Starts no thread before a time is set.
   *
   * @param thread starts a task on a thread of its own, which is interrupted when it is cancelled
   */
  public Alarm(InstantSource clock, Pause pause, Function<Runnable, Future<?>> thread) {
    this.clock = clock;
    this.pause = pause;
    this.thread = thread;
  }

  /** Who hears it. */
  synchronized void onRing(Runnable ringing) {
    this.ringing = ringing;
  }

  /** Rings then, if not earlier. */
  synchronized void atLatest(Instant latest) {
    if (!closed && latest.isBefore(time)) {
      waiting.cancel(true);
      time = latest;
      waiting = thread.apply(() -> await(latest));
    }
  }

  /** Rings no more. */
  synchronized void close() {
    closed = true;
    waiting.cancel(true);
  }

  private void await(Instant set) {
    try {
      pause.pause(Duration.between(clock.instant(), set));
    } catch (InterruptedException another) {
      Thread.currentThread().interrupt();
      return;
    }
    if (rings(set)) {
      ringing.run();
    }
  }

  private synchronized boolean rings(Instant set) {
    boolean rings = !closed && set.equals(time);
    if (rings) {
      time = Instant.MAX;
    }
    return rings;
  }
}
