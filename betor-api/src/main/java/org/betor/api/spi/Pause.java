package org.betor.api.spi;

import java.time.Duration;

/** How the library waits. Tests give one that lets a day pass in a moment. */
@FunctionalInterface
public interface Pause {
  /** Really waits, to the millisecond. */
  Pause SLEEPING = time -> Thread.sleep(Math.max(0, time.toMillis()));

  /**
   * Returns when the time is over, or at once if it is not positive.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  void pause(Duration time) throws InterruptedException;
}
