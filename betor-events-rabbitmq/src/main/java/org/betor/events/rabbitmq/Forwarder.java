package org.betor.events.rabbitmq;

import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.betor.api.spi.Event;
import org.betor.api.spi.Pause;
import org.betor.events.internal.lane.Retries;
import org.betor.events.internal.log.LogReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a connection, and sends over it what is in the outbox. Has a thread of its own. */
final class Forwarder {
  /** Between attempts to connect. */
  static final Retries PAUSES = new Retries(1, Duration.ofMillis(200), Duration.ofSeconds(10));

  private static final int CLOSING_MILLIS = 1_000;
  private static final Logger log = LoggerFactory.getLogger(Forwarder.class);

  private final Broker broker;
  private final Publisher.Making making;
  private final Outbox outbox;
  private final Pause pause;
  private final Thread thread = new Thread(this::run, "betor-events-rabbitmq-outbox");
  private final CountDownLatch attempted = new CountDownLatch(1);
  private volatile @Nullable Publisher direct;
  private volatile @Nullable Connection current;
  private int failures;

  Forwarder(Broker broker, Publisher.Making making, Outbox outbox, Pause pause) {
    this.broker = broker;
    this.making = making;
    this.outbox = outbox;
    this.pause = pause;
    thread.setDaemon(true);
  }

  /** Begins; waits until the broker is connected, or the first attempt has failed. */
  void start() {
    thread.start();
    try {
      attempted.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Connects again before anything is sent. */
  void reconnect() {
    direct = null;
    Connection open = current;
    if (open != null) {
      open.abort(CLOSING_MILLIS);
    }
  }

  /** Whether the broker has these events now; if not, it may have some of them. */
  boolean sent(List<Event> events) {
    Publisher publisher = direct;
    if (publisher == null || !outbox.isEmpty()) {
      return false;
    }
    try {
      publisher.send(events);
      return true;
    } catch (IOException failed) {
      log.debug("{} takes nothing now", broker, failed);
      return false;
    }
  }

  void close(Duration patience) {
    thread.interrupt();
    reconnect();
    try {
      thread.join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!Thread.interrupted()) {
        try (Connection connection = broker.connect("publisher")) {
          current = connection;
          forward(making.over(connection));
        } catch (IOException | RuntimeException failed) {
          direct = null;
          attempted.countDown();
          failures++;
          Duration time = PAUSES.after(failures);
          log.warn("{} is lost, and tried again in {}: {}", broker, time, failed.toString());
          pause.pause(time);
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void forward(Publisher publisher) throws IOException, InterruptedException {
    try (LogReader unsent = outbox.unsent()) {
      direct = publisher;
      attempted.countDown();
      while (true) {
        Outbox.Batch batch = outbox.next(unsent);
        publisher.send(batch.events());
        outbox.sent(batch);
        failures = 0;
      }
    }
  }
}
