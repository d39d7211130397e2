package org.betor.mods.internal.queue;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks once a minute whether what is on its way still grows. Real minutes, since it only looks;
 * how long nothing came is told by the queue's own clock.
 */
public final class Watch implements AutoCloseable {
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread watchman = new Thread(task, "betor-mods-watch");
            watchman.setDaemon(true);
            return watchman;
          });
  private final Future<?> watching;

  /** Begins. */
  public Watch(ModQueue queue) {
    this.watching = thread.scheduleWithFixedDelay(queue::checkGrowth, 1, 1, TimeUnit.MINUTES);
  }

  @Override
  public void close() {
    watching.cancel(true);
    thread.shutdownNow();
    try {
      thread.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException inAHurry) {
      Thread.currentThread().interrupt();
    }
  }
}
