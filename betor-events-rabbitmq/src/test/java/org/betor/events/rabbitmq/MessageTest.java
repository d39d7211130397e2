package org.betor.events.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.betor.api.spi.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {
  private static final Event EVENT =
      new Event(
          new UUID(1, 2),
          "org.example.started",
          URI.create("https://player.example/"),
          Instant.parse("2026-01-01T12:00:00.5Z"),
          "ada",
          "{\"title\":\"Sintel\"}",
          2);

  @Test
  void anEventIsACloudEventInBinaryMode() {
    BasicProperties properties = Message.properties(EVENT);

    assertThat(properties.getContentType()).isEqualTo("application/json");
    assertThat(properties.getDeliveryMode()).isEqualTo(2);
    assertThat(properties.getMessageId()).isEqualTo(EVENT.id().toString());
    assertThat(properties.getHeaders())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "cloudEvents:specversion", "1.0",
                "cloudEvents:id", "00000000-0000-0001-0000-000000000002",
                "cloudEvents:type", "org.example.started",
                "cloudEvents:source", "https://player.example/",
                "cloudEvents:time", "2026-01-01T12:00:00.500Z",
                "cloudEvents:subject", "ada",
                "cloudEvents:level", 2));
    assertThat(Message.event(properties, Message.body(EVENT))).isEqualTo(EVENT);
  }

  @ParameterizedTest
  @CsvSource({
    "id, 1",
    "type, two words",
    "source, a b",
    "time, yesterday",
    "subject, ''",
    "level, -1",
    "level, high"
  })
  void whatIsNoEventIsRefused(String attribute, String value) {
    Map<String, Object> headers = new HashMap<>(Message.properties(EVENT).getHeaders());
    headers.put("cloudEvents:" + attribute, value);
    BasicProperties properties = new BasicProperties.Builder().headers(headers).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Message.event(properties, Message.body(EVENT)));
  }

  @Test
  void aMessageWithoutHeadersIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Message.event(new BasicProperties(), Message.body(EVENT)));
  }
}
