package org.betor.events.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A channel whose messages the broker confirms. One thread publishes; others may wait. When one
 * message has failed, the channel is of no more use.
 */
final class ConfirmedChannel {
  /** Of a message that is not sent yet. */
  static final long UNSENT = -1;

  private final Channel channel;
  private final TreeSet<Long> awaited = new TreeSet<>();
  private final LongSupplier nanoTime;
  private @Nullable String failure;
  private boolean blocked;
  private long lastConfirm;

  private ConfirmedChannel(Channel channel, LongSupplier nanoTime) {
    this.channel = channel;
    this.nanoTime = nanoTime;
    this.lastConfirm = nanoTime.getAsLong();
  }

  /** Over a connection of which nothing else is published. */
  static ConfirmedChannel over(Line line) throws IOException {
    return over(line, System::nanoTime);
  }

  static ConfirmedChannel over(Line line, LongSupplier nanoTime) throws IOException {
    Channel channel = line.connection().createChannel();
    ConfirmedChannel confirmed = new ConfirmedChannel(channel, nanoTime);
    channel.addConfirmListener(
        confirmed::confirmed, (number, multiple) -> confirmed.fail("the broker refuses a message"));
    channel.addReturnListener(
        returned -> confirmed.fail("there is no queue for " + returned.getRoutingKey()));
    channel.addShutdownListener(reason -> confirmed.fail(String.valueOf(reason.getMessage())));
    line.connection()
        .addBlockedListener(reason -> confirmed.block(true), () -> confirmed.block(false));
    channel.confirmSelect();
    return confirmed;
  }

  /** For declaring. */
  Channel channel() {
    return channel;
  }

  /**
   * Sends a message, and returns its number.
   *
   * @param mandatory whether it fails if there is no queue for it
   */
  long publish(
      String exchange, String key, boolean mandatory, BasicProperties properties, byte[] body)
      throws IOException {
    long number = channel.getNextPublishSeqNo();
    synchronized (this) {
      awaited.add(number);
    }
    channel.basicPublish(exchange, key, mandatory, properties, body);
    return number;
  }

  /**
   * Waits until all up to a message are confirmed.
   *
   * @param last its number, or {@link #UNSENT}; after a change {@link #changed} is to be called
   * @param patience how long nothing at all may be confirmed: much may take its time
   * @return false if the broker takes nothing now; whether it has them is not known
   * @throws IOException if some may never be
   */
  synchronized boolean await(LongSupplier last, Duration patience) throws IOException {
    long start = nanoTime.getAsLong();
    while (failure != null || !isConfirmed(last.getAsLong())) {
      long progress = Math.max(lastConfirm - start, 0);
      long left = (start + progress + patience.toNanos() - nanoTime.getAsLong()) / 1_000_000;
      if (failure != null || left <= 0) {
        throw new IOException(failure == null ? "the broker confirms nothing" : failure);
      }
      if (blocked) {
        return false;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
    return true;
  }

  /** Waits while the broker takes nothing. */
  synchronized void awaitUnblocked() throws InterruptedException {
    while (isBlocked()) {
      wait();
    }
  }

  /** Whether the broker takes nothing now, and will say when it does. */
  synchronized boolean isBlocked() {
    return blocked && failure == null;
  }

  synchronized void changed() {
    notifyAll();
  }

  synchronized void fail(String reason) {
    failure = reason;
    notifyAll();
  }

  private boolean isConfirmed(long last) {
    return last != UNSENT && (awaited.isEmpty() || awaited.first() > last);
  }

  private synchronized void confirmed(long number, boolean andAllBefore) {
    lastConfirm = nanoTime.getAsLong();
    if (andAllBefore) {
      awaited.headSet(number, true).clear();
    } else {
      awaited.remove(number);
    }
    notifyAll();
  }

  private synchronized void block(boolean now) {
    blocked = now;
    notifyAll();
  }
}
