package org.betor.events.rabbitmq;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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

  private static final Logger log = LoggerFactory.getLogger(Forwarder.class);

  private final Broker broker;
  private final Publisher.Making making;
  private final Outbox outbox;
  private final Pause pause;
  private final Thread thread = new Thread(this::run, "betor-events-rabbitmq-outbox");
  private final CountDownLatch attempted = new CountDownLatch(1);
  private final AtomicInteger reconnects = new AtomicInteger();
  private volatile @Nullable Publisher direct;
  private volatile @Nullable Publisher current;
  private volatile boolean closed;
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

  /** Connects again before anything is sent, also if it is connecting just now. */
  void reconnect() {
    reconnects.incrementAndGet();
    direct = null;
    end(current);
  }

  /** Whether the broker has these events now; if not, it may have some of them. */
  boolean sent(List<Event> events) {
    Publisher publisher = direct;
    if (publisher == null || !outbox.isEmpty()) {
      return false;
    }
    try {
      return publisher.send(events);
    } catch (IOException failed) {
      log.debug("{} takes nothing now", broker, failed);
      return false;
    }
  }

  /** Begins to end. */
  void begin() {
    closed = true;
    thread.interrupt();
  }

  /**
   * Waits until it has ended.
   *
   * @param millis at most so long; from 1
   */
  void await(long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed && !Thread.interrupted()) {
        try {
          forwardOverOneLine();
        } catch (IOException | RuntimeException failed) {
          attempted.countDown();
          if (closed) {
            return;
          }
          failures++;
          Duration time = PAUSES.after(failures);
          log.warn("{} {}; it is tried again in {}", broker, fault(failed), time);
          pause.pause(time);
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static String fault(Exception failed) {
    return failed instanceof IOException answered && Broker.isRefusal(answered)
        ? "refuses a queue or an exchange, and gets nothing until that is mended, or our rights: "
            + failed.getCause()
        : "is lost: " + failed;
  }

  private void forwardOverOneLine() throws IOException, InterruptedException {
    int before = reconnects.get();
    Line line = broker.connect("publisher");
    Publisher publisher;
    try {
      publisher = making.over(line);
    } catch (IOException | RuntimeException failed) {
      line.close();
      throw failed;
    }
    current = publisher;
    try {
      if (reconnects.get() == before) {
        forward(line, publisher);
      }
    } finally {
      direct = null;
      current = null;
      end(publisher);
    }
  }

  private static void end(@Nullable Publisher publisher) {
    try {
      if (publisher != null) {
        publisher.close();
      }
    } catch (IOException failed) {
      log.debug("a connection does not end well", failed);
    }
  }

  private void forward(Line line, Publisher publisher) throws IOException, InterruptedException {
    line.connection().addShutdownListener(reason -> outbox.wake());
    if (outbox.isEmpty()) {
      failures = 0;
    }
    try (LogReader unsent = outbox.unsent()) {
      direct = publisher;
      attempted.countDown();
      while (true) {
        Outbox.Batch batch = outbox.next(unsent, line);
        while (!publisher.send(batch.events())) {
          log.warn("{} takes nothing now: it is short of memory or disk", broker);
          publisher.awaitUnblocked();
        }
        outbox.sent(batch);
        failures = 0;
      }
    }
  }
}
