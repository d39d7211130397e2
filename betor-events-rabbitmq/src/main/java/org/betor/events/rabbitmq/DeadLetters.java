package org.betor.events.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;

/**
 * The queues of dead letters. They are looked at by taking messages and closing the channel: the
 * broker puts back what was not acknowledged, where it was. Meanwhile others do not see them.
 */
final class DeadLetters {
  private static final int NOT_FOUND = 404;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

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
          Optional<DeadLetter> letter = letter(message).filter(each -> wanted.test(each.event()));
          if (letter.isPresent()) {
            send(channel, group, letter.get());
            channel.channel().basicAck(message.getEnvelope().getDeliveryTag(), false);
            replayed[0]++;
          }
          return replayed[0] < most;
        });
    return replayed[0];
  }

  /** Also while others are replayed, which may take long. */
  void forget(String group) throws IOException {
    try (Line line = broker.connect("forgetting")) {
      Channel channel = line.connection().createChannel();
      channel.queueDelete(names.queue(group));
      channel.queueDelete(names.deadLetters(group));
    }
  }

  private void visit(String group, Visitor visitor) throws IOException {
    try (Line line = broker.connect("dead letters")) {
      ConfirmedChannel confirmed = ConfirmedChannel.over(line);
      Channel channel = confirmed.channel();
      int left = channel.queueDeclarePassive(names.deadLetters(group)).getMessageCount();
      GetResponse message = left == 0 ? null : channel.basicGet(names.deadLetters(group), false);
      while (message != null && visitor.goesOn(confirmed, message) && --left > 0) {
        message = channel.basicGet(names.deadLetters(group), false);
      }
    } catch (IOException failed) {
      if (!isClosedWith(failed, NOT_FOUND)) {
        throw failed;
      }
    }
  }

  private void send(ConfirmedChannel channel, String group, DeadLetter letter) throws IOException {
    byte[] body = Message.body(letter.event());
    long number = channel.publish("", names.queue(group), true, Message.properties(letter), body);
    if (!channel.await(() -> number, PATIENCE)) {
      throw new IOException("it takes nothing now: it is short of memory or disk");
    }
  }

  private static Optional<DeadLetter> letter(GetResponse message) {
    try {
      return Optional.of(Message.letter(message.getProps(), message.getBody()));
    } catch (IllegalArgumentException noEvent) {
      return Optional.empty(); // stays in the queue, for the broker's own tools
    }
  }

  /** Whether the broker refuses something for that reason, which is a code of AMQP. */
  static boolean isClosedWith(IOException failed, int code) {
    return failed.getCause() instanceof ShutdownSignalException closed
        && closed.getReason() instanceof AMQP.Channel.Close reason
        && reason.getReplyCode() == code;
  }

  private interface Visitor {
    /** Whether to go on with the next. */
    boolean goesOn(ConfirmedChannel channel, GetResponse message) throws IOException;
  }
}
