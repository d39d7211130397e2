package org.betor.events.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ForwarderTest {
  private static final long LONG = 30_000;

  @TempDir Path folder;

  private final FakeBroker broker = new FakeBroker();
  private final BlockingQueue<Publisher> made = new LinkedBlockingQueue<>();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private Outbox outbox;

  @BeforeEach
  void openTheOutbox() throws IOException {
    outbox = Outbox.open(folder, 1 << 20);
  }

  @AfterEach
  void closeTheOutbox() throws IOException {
    outbox.close();
  }

  @Test
  void itConnectsAgainIfThatIsAskedForWhileItConnects() {
    Forwarder[] forwarder = new Forwarder[1];
    forwarder[0] =
        forwarder(
            line -> {
              if (made.isEmpty()) {
                forwarder[0].reconnect(); // a group that was not declared here
              }
              return publisher(line);
            });
    forwarder[0].start();
    end(forwarder[0]);

    assertThat(made).hasSize(2);
  }

  @Test
  void itConnectsAgainThoughThereIsNothingToSend() throws Exception {
    Forwarder forwarder = forwarder(this::publisher);
    forwarder.start();
    made.take();
    forwarder.reconnect();
    made.take();
    broker.goAway();
    broker.comeBack();
    made.take();
    end(forwarder);

    assertThat(made).isEmpty();
  }

  @Test
  void itWaitsNoLongerEachTimeThatAConnectionEnds() throws Exception {
    Forwarder forwarder = forwarder(this::publisher);
    forwarder.start();
    for (int times = 0; times < 3; times++) {
      made.take();
      broker.endConnections();
    }
    made.take();
    end(forwarder);

    assertThat(pauses).hasSize(3).containsOnly(Forwarder.PAUSES.first());
  }

  @Test
  void theEndWaitsOnlySoLongForAConnection() throws Exception {
    Semaphore connecting = new Semaphore(0);
    Semaphore answered = new Semaphore(0);
    Forwarder forwarder =
        forwarder(
            line -> {
              if (!made.isEmpty()) {
                connecting.release();
                answered.acquireUninterruptibly();
              }
              return publisher(line);
            });
    forwarder.start();
    broker.endConnections();
    connecting.acquire();
    forwarder.begin();
    forwarder.await(1);
    assertThat(made).hasSize(1);
    answered.release();
    end(forwarder);
  }

  private Forwarder forwarder(Publisher.Making making) {
    return new Forwarder(broker.broker(), making, outbox, pauses::add);
  }

  private Publisher publisher(Line line) throws IOException {
    Publisher publisher = new Publisher(line, new Names("betor"), List.of());
    made.add(publisher);
    return publisher;
  }

  private static void end(Forwarder forwarder) {
    forwarder.begin();
    forwarder.await(LONG);
  }
}
