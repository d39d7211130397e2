package org.betor.events.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;
import org.betor.api.spi.Pause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LanesTest {
  private static final Manner MANNER =
      new Manner(Retries.USUAL, InstantSource.system(), Pause.SLEEPING);

  @Test
  void whoWaitsForRoomIsLetGoAtTheEnd() throws Exception {
    CountDownLatch handled = new CountDownLatch(1);
    Lanes lanes = new Lanes("history", event -> handled.await(), MANNER);
    CountDownLatch full = new CountDownLatch(Lanes.ROOM);
    Thread putting = new Thread(() -> fill(lanes, full));
    putting.start();
    full.await();
    lanes.end();
    handled.countDown();

    assertThat(lanes.awaitEnd(Duration.ofSeconds(20), putting)).isTrue();
    assertThat(putting.isAlive()).isFalse();
  }

  @Test
  void aHandlerThatDoesNotEndIsInterruptedAndLeftToItself() throws Exception {
    CountDownLatch handling = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Semaphore end = new Semaphore(0);
    Lanes lanes =
        new Lanes(
            "history",
            event -> {
              handling.countDown();
              try {
                end.acquire();
              } catch (InterruptedException e) {
                interrupted.countDown();
                end.acquireUninterruptibly();
              }
            },
            MANNER);
    lanes.put(new Ignored());
    handling.await();
    lanes.end();

    assertThat(lanes.awaitEnd(Duration.ofMillis(20))).isFalse();
    interrupted.await();
    end.release();
    assertThat(lanes.awaitEnd(Duration.ofSeconds(20))).isTrue();
  }

  private static void fill(Lanes lanes, CountDownLatch full) {
    try {
      for (int number = 0; number <= Lanes.ROOM + 2; number++) {
        lanes.put(new Ignored());
        full.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Ignored implements Delivery {
    @Override
    public Event event() {
      return Event.of(
          InstantSource.system(),
          "org.example.started",
          URI.create("https://player.example/"),
          "ada",
          "{}");
    }

    @Override
    public void done() {}

    @Override
    public void bury(DeadLetter letter) {}
  }
}
