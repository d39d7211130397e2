package org.betor.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.betor.api.spi.Event;
import org.betor.api.spi.Interest;
import org.betor.events.internal.lane.Manner;
import org.betor.events.internal.lane.Retries;
import org.betor.events.internal.log.EventBytes;
import org.betor.events.internal.log.EventLog;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FeedsTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  @TempDir Path folder;

  private final SimulatedTime time = new SimulatedTime();
  private final CountDownLatch handling = new CountDownLatch(2);
  private final CountDownLatch interrupted = new CountDownLatch(2);
  private final Semaphore end = new Semaphore(0);

  @Test
  void closingWaitsOnlySoLongForHandlersThatDoNotEnd() throws Exception {
    Feeds feeds = new Feeds();
    try (EventLog log = EventLog.open(folder, 1 << 20);
        Groups groups = Groups.open(folder.resolve("groups"))) {
      start("history", feeds, groups, log);
      start("audit", feeds, groups, log);
      log.append(List.of(EventBytes.of(event())));
      handling.await();

      assertThat(feeds.close(SHORT)).isTrue();
      interrupted.await();
      assertThat(feeds.find("history")).isEmpty();
    } finally {
      end.release(2);
    }
    assertThat(feeds.close(SHORT)).isFalse();
  }

  private void start(String name, Feeds feeds, Groups groups, EventLog log) throws IOException {
    Group group = groups.remembered(name, log::end);
    Manner manner = new Manner(Retries.USUAL, time, time);
    feeds.start(
        name, ended -> new Feed(Interest.of(name), this::neverEnd, group, log, manner, ended));
  }

  private void neverEnd(Event event) {
    handling.countDown();
    try {
      end.acquire();
    } catch (InterruptedException e) {
      interrupted.countDown();
      end.acquireUninterruptibly();
    }
  }

  private Event event() {
    return Event.of(
        time, "org.example.started", URI.create("https://player.example/"), "ada", "{}");
  }
}
