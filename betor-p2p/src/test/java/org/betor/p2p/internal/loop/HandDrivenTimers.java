package org.betor.p2p.internal.loop;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes only when a test says so. Used by one thread. */
public final class HandDrivenTimers implements Timers {

  /** Close to where the numbers turn negative, as those of {@link System#nanoTime} may be. */
  private static final long START = Long.MAX_VALUE - Duration.ofMinutes(1).toNanos();

  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.<Waiting>comparingLong(timer -> timer.due - START)
              .thenComparing(timer -> timer.number));

  private long now = START;
  private long made;

  /** Lets time pass; what becomes due runs at its own moment. */
  public void pass(Duration time) {
    long end = now + time.toNanos();
    while (!waiting.isEmpty() && waiting.peek().due - end <= 0) {
      Waiting next = waiting.remove();
      now = next.due;
      next.task.run();
    }
    now = end;
  }

  /** How many tasks wait for their time. */
  public int waiting() {
    return waiting.size();
  }

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Waiting timer = new Waiting(now + Math.max(0, delay.toNanos()), made++, task);
    waiting.add(timer);
    return () -> waiting.remove(timer);
  }

  private record Waiting(long due, long number, Runnable task) {}
}
