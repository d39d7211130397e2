package org.betor.events.rabbitmq;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.MessageProperties;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event as a message: CloudEvents 1.0 in the binary mode of its AMQP binding, whose application
 * properties are headers in AMQP 0-9-1.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/amqp-protocol-binding.md">AMQP
 *     binding, section 3.1</a>
 */
final class Message {
  private static final String ATTRIBUTE = "cloudEvents:";
  private static final String OTHER_ATTRIBUTE = "cloudEvents_";
  private static final String JSON = "application/json";
  private static final String ATTEMPTS = "betor-attempts";
  private static final String REASON = "betor-reason";
  private static final String GIVEN_UP = "betor-given-up";

  private Message() {}

  static byte[] body(Event event) {
    return event.json().getBytes(UTF_8);
  }

  static BasicProperties properties(Event event) {
    return properties(event, attributes(event));
  }

  static BasicProperties properties(DeadLetter letter) {
    Map<String, Object> headers = attributes(letter.event());
    headers.put(ATTEMPTS, letter.attempts());
    headers.put(REASON, letter.reason());
    headers.put(GIVEN_UP, letter.time().toString());
    return properties(letter.event(), headers);
  }

  /** Whether it was among the dead letters. */
  static boolean isReplayed(BasicProperties properties) {
    return headers(properties).containsKey(ATTEMPTS);
  }

  /** Of a message that is plain JSON. */
  static BasicProperties plain(Event event) {
    return properties(event, Map.of());
  }

  /**
   * What a message says.
   *
   * @throws IllegalArgumentException if it is no event
   */
  static Event event(BasicProperties properties, byte[] body) {
    Map<String, Object> headers = headers(properties);
    try {
      return new Event(
          UUID.fromString(attribute(headers, "id")),
          attribute(headers, "type"),
          URI.create(attribute(headers, "source")),
          Instant.parse(attribute(headers, "time")),
          attribute(headers, "subject"),
          new String(body, UTF_8),
          level(headers));
    } catch (DateTimeException noTime) {
      throw new IllegalArgumentException(noTime.getMessage(), noTime);
    }
  }

  /**
   * What a message among the dead letters says; the broker put it there if it has none of our
   * headers.
   *
   * @throws IllegalArgumentException if it is no event
   */
  static DeadLetter letter(BasicProperties properties, byte[] body) {
    Event event = event(properties, body);
    Map<String, Object> headers = headers(properties);
    int attempts = headers.get(ATTEMPTS) instanceof Number number ? number.intValue() : 0;
    String reason = String.valueOf(headers.getOrDefault(REASON, "the broker gave it up"));
    try {
      String time = String.valueOf(headers.getOrDefault(GIVEN_UP, event.time().toString()));
      return new DeadLetter(event, attempts, reason, Instant.parse(time));
    } catch (DateTimeException noTime) {
      throw new IllegalArgumentException(noTime.getMessage(), noTime);
    }
  }

  private static Map<String, Object> attributes(Event event) {
    Map<String, Object> headers = new HashMap<>();
    headers.put(ATTRIBUTE + "specversion", "1.0");
    headers.put(ATTRIBUTE + "id", event.id().toString());
    headers.put(ATTRIBUTE + "type", event.type());
    headers.put(ATTRIBUTE + "source", event.source().toString());
    headers.put(ATTRIBUTE + "time", event.time().toString());
    headers.put(ATTRIBUTE + "subject", event.subject());
    if (event.level() > 0) {
      headers.put(ATTRIBUTE + "level", event.level());
    }
    return headers;
  }

  private static BasicProperties properties(Event event, Map<String, Object> headers) {
    return MessageProperties.MINIMAL_PERSISTENT_BASIC
        .builder()
        .contentType(JSON)
        .messageId(event.id().toString())
        .headers(headers)
        .build();
  }

  private static Map<String, Object> headers(BasicProperties properties) {
    Map<String, Object> headers = properties.getHeaders();
    return headers == null ? Map.of() : headers;
  }

  private static int level(Map<String, Object> headers) {
    Object level = find(headers, "level");
    return level == null ? 0 : Integer.parseInt(level.toString());
  }

  private static String attribute(Map<String, Object> headers, String name) {
    Object value = find(headers, name);
    if (value == null) {
      throw new IllegalArgumentException("a CloudEvent without " + name);
    }
    return value.toString();
  }

  private static @Nullable Object find(Map<String, Object> headers, String name) {
    Object value = headers.get(ATTRIBUTE + name);
    return value == null ? headers.get(OTHER_ATTRIBUTE + name) : value;
  }
}
