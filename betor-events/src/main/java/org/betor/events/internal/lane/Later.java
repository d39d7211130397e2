package org.betor.events.internal.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.betor.api.spi.Pause;
import org.jspecify.annotations.Nullable;

/** Does things later, on one thread, which starts with the first of them. */
final class Later {
  private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparing(Task::due));
  private final String name;
  private final Duration shortest;
  private final InstantSource clock;
  private final Pause pause;
  private @Nullable Thread thread;
  private boolean ended;

  /**
   * Nothing to do yet.
   *
   * @param shortest nothing is to be done sooner than after this
   */
  Later(String name, Duration shortest, InstantSource clock, Pause pause) {
    this.name = name;
    this.shortest = shortest;
    this.clock = clock;
    this.pause = pause;
  }

  synchronized void in(Duration time, Runnable work) {
    if (ended) {
      return;
    }
    tasks.add(new Task(clock.instant().plus(time), work));
    notifyAll();
    if (thread == null) {
      thread = new Thread(this::run, name);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Drops what is left to do. */
  synchronized void end() {
    ended = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  void awaitEnd(long millis) throws InterruptedException {
    Thread running;
    synchronized (this) {
      running = thread;
    }
    if (running != null && running != Thread.currentThread()) {
      running.join(millis);
    }
  }

  private void run() {
    try {
      while (true) {
        Duration left = Duration.between(clock.instant(), first().due);
        if (left.isNegative() || left.isZero()) {
          take().work.run();
        } else {
          // what is added meanwhile is not due before this is over
          pause.pause(left.compareTo(shortest) < 0 ? left : shortest);
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Task first() throws InterruptedException {
    while (tasks.isEmpty()) {
      wait();
    }
    return tasks.element();
  }

  private synchronized Task take() {
    return tasks.remove();
  }

  private record Task(Instant due, Runnable work) {}
}
