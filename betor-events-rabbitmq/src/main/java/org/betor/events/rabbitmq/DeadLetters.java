package org.betor.events.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;

/**
 * The queues of dead letters. They are looked at by taking messages and closing the channel: the
 * broker puts back what was not acknowledged, where it was. Meanwhile others do not see them.
 */
final class DeadLetters {
  private static final int NOT_FOUND = 404;
  private static final long CONFIRM_MILLIS = 10_000;

  private final Broker broker;
  private final Names names;

  DeadLetters(Broker broker, Names names) {
    this.broker = broker;
    this.names = names;
  }

  synchronized List<DeadLetter> first(String group, int limit) throws IOException {
    List<DeadLetter> letters = new ArrayList<>();
    visit(
        group,
        (channel, message) -> {
          letter(message).ifPresent(letters::add);
          return letters.size() < limit;
        });
    return letters;
  }

  /** Sends those to the group's queue again; how many. */
  synchronized int replay(String group, Predicate<Event> wanted, int most) throws IOException {
    int[] replayed = {0};
    visit(
        group,
        (channel, message) -> {
          Optional<Event> event = letter(message).map(DeadLetter::event).filter(wanted);
          if (event.isPresent()) {
            send(channel, group, event.get());
            channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
            replayed[0]++;
          }
          return replayed[0] < most;
        });
    return replayed[0];
  }

  synchronized void forget(String group) throws IOException {
    try (Connection connection = broker.connect("forgetting")) {
      Channel channel = connection.createChannel();
      channel.queueDelete(names.queue(group));
      channel.queueDelete(names.deadLetters(group));
    }
  }

  private void visit(String group, Visitor visitor) throws IOException {
    try (Connection connection = broker.connect("dead letters")) {
      Channel channel = connection.createChannel();
      channel.confirmSelect();
      int left = channel.queueDeclarePassive(names.deadLetters(group)).getMessageCount();
      GetResponse message = left == 0 ? null : channel.basicGet(names.deadLetters(group), false);
      while (message != null && visitor.goesOn(channel, message) && --left > 0) {
        message = channel.basicGet(names.deadLetters(group), false);
      }
    } catch (IOException failed) {
      if (!isUnknown(failed)) {
        throw failed;
      }
    }
  }

  private void send(Channel channel, String group, Event event) throws IOException {
    channel.queueDeclarePassive(names.queue(group)); // what has no queue is confirmed, and gone
    channel.basicPublish("", names.queue(group), Message.properties(event), Message.body(event));
    try {
      channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (TimeoutException unsure) {
      throw new IOException("the broker confirms nothing", unsure);
    }
  }

  private static Optional<DeadLetter> letter(GetResponse message) {
    try {
      return Optional.of(Message.letter(message.getProps(), message.getBody()));
    } catch (IllegalArgumentException noEvent) {
      return Optional.empty(); // stays in the queue, for the broker's own tools
    }
  }

  /** Whether there is no such queue. */
  private static boolean isUnknown(IOException failed) {
    return failed.getCause() instanceof ShutdownSignalException closed
        && closed.getReason() instanceof AMQP.Channel.Close reason
        && reason.getReplyCode() == NOT_FOUND;
  }

  private interface Visitor {
    /** Whether to go on with the next. */
    boolean goesOn(Channel channel, GetResponse message) throws IOException;
  }
}
