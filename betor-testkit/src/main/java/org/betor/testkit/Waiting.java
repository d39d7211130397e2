package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.betor.api.spi.Torrent;

/**
 * A thread that waits for what a torrent never does.
 *
 * @param thread waits already
 * @param end what {@code await} threw
 */
record Waiting(Thread thread, FutureTask<Exception> end) {

  static Waiting forever(Torrent torrent) throws InterruptedException {
    CountDownLatch looked = new CountDownLatch(1);
    FutureTask<Exception> end = new FutureTask<>(() -> thrown(torrent, looked));
    Thread thread = new Thread(end, "waits for a torrent");
    thread.setDaemon(true);
    thread.start();
    assertCountedDown(looked);
    return new Waiting(thread, end);
  }

  Exception thrown() throws Exception {
    return end.get(TestedPeers.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** That all of it happens. */
  static void assertCountedDown(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(TestedPeers.PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("happened, all but %d times", latch.getCount())
        .isTrue();
  }

  private static Exception thrown(Torrent torrent, CountDownLatch looked) {
    try {
      torrent.await(
          snapshot -> {
            looked.countDown();
            return false;
          },
          TestedPeers.PATIENCE);
    } catch (InterruptedException | TimeoutException | RuntimeException thrown) {
      return thrown;
    }
    throw new AssertionError("await returned without what it waited for");
  }
}
