package org.betor.events.rabbitmq;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.betor.api.spi.Event;
import org.betor.api.spi.Interest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends events over one connection. Safe for use by several threads. */
final class Publisher {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Logger log = LoggerFactory.getLogger(Publisher.class);

  private final Names names;
  private final List<PlainQueue> plain;
  private final Channel channel;
  private final Confirms confirms;
  private volatile boolean blocked;

  /**
   * Declares where events go.
   *
   * @param groups which of ours there are, be they known to the broker or not
   */
  Publisher(Connection connection, Names names, List<PlainQueue> plain, List<Interest> groups)
      throws IOException {
    this.names = names;
    this.plain = plain;
    connection.addBlockedListener(reason -> blocked = true, () -> blocked = false);
    this.channel = connection.createChannel();
    names.declare(channel, plain);
    for (Interest group : groups) {
      names.declare(channel, group);
    }
    this.confirms = Confirms.of(channel);
  }

  /**
   * Sends events; the broker has them for good when this returns.
   *
   * @throws IOException if it may not have some of them
   */
  void send(List<Event> events) throws IOException {
    try {
      confirms.await(publish(events), PATIENCE);
    } catch (ShutdownSignalException closed) {
      throw new IOException(closed.getMessage(), closed);
    }
  }

  /** The number of the last message. */
  private synchronized long publish(List<Event> events) throws IOException {
    for (Event event : events) {
      publish(names.exchange(event), event.type(), Message.properties(event), Message.body(event));
      for (PlainQueue queue : plain) {
        if (queue.wants(event)) {
          publish(queue, event);
        }
      }
    }
    return channel.getNextPublishSeqNo() - 1;
  }

  private void publish(PlainQueue queue, Event event) throws IOException {
    byte[] body;
    try {
      body = queue.body().apply(event).getBytes(UTF_8);
    } catch (RuntimeException fault) { // it did not throw when the event was taken
      log.error("{} gets nothing of event {}", queue.queue(), event.id(), fault);
      return;
    }
    publish("", queue.queue(), Message.plain(event), body);
  }

  private void publish(String exchange, String key, BasicProperties properties, byte[] body)
      throws IOException {
    if (blocked) {
      throw new IOException("the broker takes nothing now: it is short of memory or disk");
    }
    confirms.expect(channel.getNextPublishSeqNo());
    channel.basicPublish(exchange, key, properties, body);
  }

  interface Making {
    Publisher over(Connection connection) throws IOException;
  }
}
