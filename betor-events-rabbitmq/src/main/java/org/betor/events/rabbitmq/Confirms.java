package org.betor.events.rabbitmq;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which messages of a channel the broker has yet to confirm. Safe for use by several threads. */
final class Confirms {
  private final TreeSet<Long> awaited = new TreeSet<>();
  private @Nullable String failure;

  /** Listens to a channel that nothing was published to. */
  static Confirms of(Channel channel) throws IOException {
    Confirms confirms = new Confirms();
    channel.addConfirmListener(
        confirms::confirmed, (number, multiple) -> confirms.fail("the broker refuses a message"));
    channel.addShutdownListener(reason -> confirms.fail(String.valueOf(reason.getMessage())));
    channel.confirmSelect();
    return confirms;
  }

  synchronized void expect(long number) {
    awaited.add(number);
  }

  /**
   * Waits until all up to a number are confirmed.
   *
   * @throws IOException if some may never be
   */
  synchronized void await(long last, Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (!awaited.isEmpty() && awaited.first() <= last) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (failure != null || left <= 0) {
        throw new IOException(failure == null ? "the broker confirms nothing" : failure);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
  }

  private synchronized void confirmed(long number, boolean andAllBefore) {
    if (andAllBefore) {
      awaited.headSet(number, true).clear();
    } else {
      awaited.remove(number);
    }
    notifyAll();
  }

  private synchronized void fail(String reason) {
    failure = reason;
    notifyAll();
  }
}
