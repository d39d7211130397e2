package org.betor.events.rabbitmq;

import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.betor.api.spi.EventChannel.Handler;
import org.betor.api.spi.EventChannel.Subscription;
import org.betor.api.spi.Interest;
import org.betor.events.internal.lane.Manner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A group's handler, which gets events over one connection after the other. */
final class RabbitSubscription implements Subscription {
  /** So long a handler has to end, the half of it before it is interrupted. */
  private static final Duration ENDING = Duration.ofSeconds(3);

  private static final long PATIENCE_MILLIS = 4_500;
  private static final Logger log = LoggerFactory.getLogger(RabbitSubscription.class);

  private final Broker broker;
  private final Names names;
  private final Interest interest;
  private final Handler handler;
  private final Manner manner;
  private final Consumer<RabbitSubscription> ended;
  private final Thread thread;
  private volatile @Nullable Consumption current;
  private volatile boolean closed;

  /** None yet. */
  RabbitSubscription(
      Broker broker,
      Names names,
      Interest interest,
      Handler handler,
      Manner manner,
      Consumer<RabbitSubscription> ended) {
    this.broker = broker;
    this.names = names;
    this.interest = interest;
    this.handler = handler;
    this.manner = manner;
    this.ended = ended;
    this.thread = new Thread(this::run, "betor-events-rabbitmq-" + interest.group());
    thread.setDaemon(true);
  }

  Interest interest() {
    return interest;
  }

  /**
   * Begins, at once or when the broker is back.
   *
   * @return whether it is there
   * @throws IOException if it is, but refuses us
   */
  boolean start() throws IOException {
    try {
      current = Consumption.begin(broker, names, interest, handler, manner);
    } catch (IOException | ShutdownSignalException failed) {
      if (!Broker.isAway(failed)) {
        throw failed;
      }
    }
    thread.start();
    return current != null;
  }

  @Override
  public void close() {
    begin();
    await(PATIENCE_MILLIS);
  }

  /** Begins to end. */
  void begin() {
    closed = true;
    thread.interrupt();
    Consumption running = current;
    if (running != null) {
      running.end();
    }
  }

  /**
   * Waits until it has ended, unless the handler asks for this.
   *
   * @param millis at most so long; from 1
   */
  void await(long millis) {
    Consumption running = current;
    try {
      if (running != null && running.isHandling()) {
        running.letOthersIn();
      } else {
        thread.join(millis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended.accept(this);
  }

  private void run() {
    try {
      while (!closed) {
        Consumption running = current;
        if (running != null) {
          running.awaitLoss();
          running.close(ENDING); // what it had comes again
        }
        current = connected();
      }
    } catch (InterruptedException end) {
      log.trace("{} ends", interest.group());
    }
    Consumption last = current;
    if (last != null) {
      Thread.interrupted(); // its handlers are given their time
      last.close(ENDING);
    }
  }

  private Consumption connected() throws InterruptedException {
    for (int failures = 1; ; failures++) {
      Duration time = Forwarder.PAUSES.after(failures);
      log.warn("{} is lost to {}, and tried again in {}", broker, interest.group(), time);
      manner.pause().pause(time);
      try {
        return Consumption.begin(broker, names, interest, handler, manner);
      } catch (IOException | RuntimeException failed) {
        if (Broker.isAway(failed)) {
          log.debug("{} is away", broker, failed);
        } else {
          log.error("{} refuses {}", broker, interest.group(), failed);
        }
      }
    }
  }
}
