package org.betor.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WriterThreadTest {
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicInteger commits = new AtomicInteger();

  @Test
  void writesThatWaitTogetherShareOneCommit() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    WriterThread writer = new WriterThread("betor-test", commits::incrementAndGet);
    CountDownLatch holding = new CountDownLatch(1);
    Thread first =
        started(
            () ->
                writer.write(
                    () -> {
                      holding.countDown();
                      await(hold);
                    }));
    holding.await();
    List<Thread> others =
        Stream.generate(() -> started(() -> writer.write(written::incrementAndGet)))
            .limit(5)
            .toList();
    others.forEach(WriterThreadTest::untilItWaits);
    hold.countDown();
    first.join();
    for (Thread other : others) {
      other.join();
    }

    assertThat(written).hasValue(5);
    assertThat(commits).hasValue(1);
    writer.close();
  }

  @Test
  void aWriteThatFailsFailsAlone() throws Exception {
    WriterThread writer = new WriterThread("betor-test", commits::incrementAndGet);

    assertThatThrownBy(
            () ->
                writer.write(
                    () -> {
                      throw new IOException("planted");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("planted");
    writer.write(written::incrementAndGet);

    assertThat(written).hasValue(1);
    assertThat(commits).hasValue(1);
    writer.close();
  }

  @Test
  void aCommitThatFailsFailsItsWrites() throws Exception {
    WriterThread writer =
        new WriterThread(
            "betor-test",
            () -> {
              throw new IOException("disk full");
            });

    assertThatThrownBy(() -> writer.write(written::incrementAndGet))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    writer.close();
  }

  private static Thread started(WriterThread.Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException failed) {
                throw new AssertionError(failed);
              }
            });
    thread.start();
    return thread;
  }

  private static void untilItWaits(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      assertThat(Thread.currentThread().isInterrupted()).as("out of time").isFalse();
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException early) {
      throw new AssertionError(early);
    }
  }
}
