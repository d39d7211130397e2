package org.betor.p2p.internal.dht;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.betor.p2p.internal.loop.Timers;

/** Time that passes only when a test says so. */
final class SteppedTimers implements Timers {
  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparingLong(Step::due).thenComparing(Step::number));
  private long now;
  private long made;

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Step step = new Step(now + delay.toNanos(), made++, task);
    steps.add(step);
    return () -> steps.remove(step);
  }

  /** Lets that much time pass, and does what is due meanwhile, each at its time. */
  void pass(Duration time) {
    long end = now + time.toNanos();
    while (!steps.isEmpty() && steps.element().due <= end) {
      Step step = steps.remove();
      now = step.due;
      step.task.run();
    }
    now = end;
  }

  int waiting() {
    return steps.size();
  }

  private record Step(long due, long number, Runnable task) {}
}
