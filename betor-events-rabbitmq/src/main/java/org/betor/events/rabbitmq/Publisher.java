package org.betor.events.rabbitmq;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.betor.api.spi.Event;
import org.betor.api.spi.Interest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events over one connection. A thread of its own writes: a broker that is short of memory
 * stops reading, and who publishes has to go on. Safe for use by several threads.
 */
final class Publisher implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Logger log = LoggerFactory.getLogger(Publisher.class);

  private final Line line;
  private final Names names;
  private final List<PlainQueue> plain;
  private final ConfirmedChannel channel;
  private final ExecutorService writer = Executors.newSingleThreadExecutor(Publisher::thread);
  private volatile boolean writing;

  /** Declares where events go, but for groups. */
  Publisher(Line line, Names names, List<PlainQueue> plain) throws IOException {
    this.line = line;
    this.names = names;
    this.plain = plain;
    this.channel = ConfirmedChannel.over(line);
    names.declare(channel.channel(), plain);
  }

  /**
   * Declares a group that is to get events; that costs no more than a channel if the broker refuses
   * it.
   *
   * @return whether the broker knows of it now
   */
  boolean hasDeclared(Interest group) throws IOException {
    Channel own = line.connection().createChannel();
    try {
      names.declare(own, group);
      return true;
    } catch (IOException failed) {
      if (!Broker.isRefusal(failed)) {
        throw failed;
      }
      log.error(
          "The broker refuses the group {}, and events are sent without it: mend its queue or our rights, or forget the group",
          group.group(),
          failed);
      return false;
    } finally {
      own.abort();
    }
  }

  /**
   * Sends events; the broker has them for good when this returns true.
   *
   * @return false if it takes nothing now; it may get them later all the same
   * @throws IOException if it may not have some of them, and never get them
   */
  boolean send(List<Event> events) throws IOException {
    if (channel.isBlocked()) {
      return false;
    }
    Sending sending = new Sending(events);
    try {
      writer.execute(sending);
      return channel.await(() -> sending.last, PATIENCE);
    } catch (RejectedExecutionException closed) {
      throw new IOException("the connection is closed", closed);
    } finally {
      sending.given = false;
    }
  }

  /** Waits while the broker takes nothing. */
  void awaitUnblocked() throws InterruptedException {
    channel.awaitUnblocked();
  }

  @Override
  public void close() throws IOException {
    writer.shutdownNow();
    channel.fail("the connection is closed");
    if (writing) {
      line.cut();
    }
    line.close();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "betor-events-rabbitmq-writer");
    thread.setDaemon(true);
    return thread;
  }

  /** Events that somebody waits for. */
  private final class Sending implements Runnable {
    private final List<Event> events;
    private volatile long last = ConfirmedChannel.UNSENT;
    private volatile boolean given = true;

    Sending(List<Event> events) {
      this.events = events;
    }

    @Override
    public void run() {
      writing = true;
      try {
        if (writer.isShutdown()) { // whoever closes it may have seen nobody writing
          return;
        }
        long number = ConfirmedChannel.UNSENT;
        for (Event event : events) {
          if (!given) { // who waited has given up
            return;
          }
          number = publish(event);
        }
        last = number;
        channel.changed();
      } catch (IOException | ShutdownSignalException failed) {
        channel.fail(String.valueOf(failed.getMessage()));
      } finally {
        writing = false;
      }
    }

    private long publish(Event event) throws IOException {
      long number =
          channel.publish(
              names.exchange(event),
              event.type(),
              false, // nobody may want it
              Message.properties(event),
              Message.body(event));
      for (PlainQueue queue : plain) {
        if (queue.wants(event)) {
          number = Math.max(number, publish(queue, event));
        }
      }
      return number;
    }

    private long publish(PlainQueue queue, Event event) throws IOException {
      byte[] body;
      try {
        body = queue.body().apply(event).getBytes(UTF_8);
      } catch (RuntimeException fault) { // it did not throw when the event was taken
        log.error("{} gets nothing of event {}", queue.queue(), event.id(), fault);
        return ConfirmedChannel.UNSENT;
      }
      return channel.publish("", queue.queue(), true, Message.plain(event), body);
    }
  }

  interface Making {
    Publisher over(Line line) throws IOException;
  }
}
