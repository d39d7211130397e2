package org.betor.core;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.betor.api.spi.Pause;

/** Waits until the test says that the time is over; what waits for half an hour waits for ever. */
final class HeldPause implements Pause {
  private static final Duration LONG = Duration.ofMinutes(30);

  private final Semaphore waiting = new Semaphore(0);
  private volatile CountDownLatch over = new CountDownLatch(1);

  @Override
  public void pause(Duration time) throws InterruptedException {
    if (time.compareTo(LONG) >= 0) {
      new CountDownLatch(1).await();
    }
    CountDownLatch mine = over;
    waiting.release();
    mine.await();
  }

  /** Ends the pause of whoever waits, or is the next to do so; later ones are held again. */
  void end() throws InterruptedException {
    waiting.acquire();
    CountDownLatch held = over;
    over = new CountDownLatch(1);
    held.countDown();
  }
}
