package org.betor.testkit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.betor.api.spi.VisitEnded;
import org.jspecify.annotations.Nullable;

/**
 * One search in a thread of its own, so that it can be given up.
 *
 * @param thrown what ended it, if it did not return
 */
record Attempt(@Nullable Throwable thrown) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Does it.
   *
   * @throws AssertionError if it takes more than 10 seconds
   */
  static Attempt of(Runnable search) {
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(search, "provider-contract");
    thread.setUncaughtExceptionHandler((same, throwable) -> thrown.set(throwable));
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      throw stillRunning(thread);
    }
    return new Attempt(thrown.get());
  }

  /** Asserts that it returned, or threw what a provider may throw. */
  void endedBy(Class<? extends Throwable> allowed) {
    if (thrown != null && !allowed.isInstance(thrown)) {
      Assertions.fail(
          "the search may return or throw %s, but threw this".formatted(allowed.getSimpleName()),
          thrown);
    }
  }

  /** Asserts that it returned, or let the end of the visit pass. */
  void endedWithItsVisit() {
    endedBy(VisitEnded.class);
  }

  private static AssertionError stillRunning(Thread thread) {
    AssertionError error =
        new AssertionError("the search still runs after %d s".formatted(PATIENCE.toSeconds()));
    error.setStackTrace(thread.getStackTrace());
    thread.interrupt();
    return error;
  }
}
