package org.betor.p2p.internal.loop;

import java.time.Duration;

/** Time on a loop, and what is to happen later. All of it is used on the loop's thread only. */
public interface Timers {

  /** Nanoseconds since some moment: good for differences, and nothing else. */
  long nanoTime();

  /** Runs a task once that time is over. */
  Timer after(Duration delay, Runnable task);

  /** A task that waits for its time. */
  interface Timer {

    /** Forgets the task, if it has not run yet. */
    void cancel();
  }
}
