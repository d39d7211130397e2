package org.betor.events.rabbitmq;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.betor.api.spi.Event;
import org.betor.api.spi.Interest;

/**
 * What exchanges and queues are called, and how they are declared.
 *
 * @param prefix comes before all names but those of plain queues
 */
record Names(String prefix) {
  private static final String EVERYTHING = "#";
  private static final int UNUSED_MILLIS = 60_000; // if the broker ended before its consumers

  /** A topic exchange for events of that level; the routing key is the type. */
  String exchange(int level) {
    return level == 0 ? prefix + ".events" : prefix + ".events.restricted";
  }

  String deadLetterExchange() {
    return prefix + ".dead";
  }

  String queue(String group) {
    return prefix + "." + group;
  }

  String deadLetters(String group) {
    return prefix + "." + group + ".dead";
  }

  /** Is there while somebody is subscribed, and says what all of them want. */
  String wants(String group) {
    return prefix + "." + group + ".wants";
  }

  void declare(Channel channel, List<PlainQueue> plain) throws IOException {
    channel.exchangeDeclare(exchange(0), BuiltinExchangeType.TOPIC, true);
    channel.exchangeDeclare(exchange(1), BuiltinExchangeType.TOPIC, true);
    channel.exchangeDeclare(deadLetterExchange(), BuiltinExchangeType.DIRECT, true);
    for (PlainQueue each : plain) {
      channel.queueDeclare(each.queue(), true, false, false, Map.of());
    }
  }

  /** Durable queues; one consumer at a time, so that order is kept. */
  void declare(Channel channel, Interest interest) throws IOException {
    String group = interest.group();
    Map<String, Object> arguments =
        Map.of(
            "x-single-active-consumer",
            true,
            "x-dead-letter-exchange",
            deadLetterExchange(),
            "x-dead-letter-routing-key",
            group);
    channel.queueDeclare(queue(group), true, false, false, arguments);
    declareDeadLetters(channel, group);
    Set<String> types = interest.types().isEmpty() ? Set.of(EVERYTHING) : interest.types();
    for (String type : types) {
      channel.queueBind(queue(group), exchange(0), type);
      if (interest.level() > 0) {
        channel.queueBind(queue(group), exchange(interest.level()), type);
      }
    }
  }

  void declareDeadLetters(Channel channel, String group) throws IOException {
    channel.queueDeclare(deadLetters(group), true, false, false, Map.of());
    channel.queueBind(deadLetters(group), deadLetterExchange(), group);
  }

  /**
   * Fails if somebody else is subscribed who wants something else. A queue that nobody sends to:
   * the broker refuses one that is there with another argument, and deletes it with its last
   * consumer.
   */
  void declareWants(Channel channel, Interest interest) throws IOException {
    String wanted = interest.level() + " " + String.join(" ", new TreeSet<>(interest.types()));
    Map<String, Object> arguments =
        Map.of(
            "x-dead-letter-exchange",
            deadLetterExchange(),
            "x-dead-letter-routing-key",
            UUID.nameUUIDFromBytes(wanted.getBytes(UTF_8)).toString(),
            "x-expires",
            UNUSED_MILLIS);
    channel.queueDeclare(wants(interest.group()), true, false, true, arguments);
  }

  String exchange(Event event) {
    return exchange(event.level());
  }
}
