package org.betor.events.rabbitmq.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.betor.api.spi.Interest;
import org.betor.events.rabbitmq.RabbitEvents;
import org.betor.testkit.server.RealBroker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("interop")
@Timeout(180)
class LostBrokerTest {
  @TempDir Path folder;

  @Test
  void noEventIsLostOrRecordedTwiceWhenTheBrokerIsKilledAndComesBack() throws Exception {
    Path file = folder.resolve("history");
    History history = History.open(file);
    try (RealBroker broker = RealBroker.rabbitmq();
        RabbitEvents events =
            RabbitEvents.builder(folder.resolve("outbox"))
                .port(broker.port())
                .plain(Evening.PLAYBACK)
                .open()) {
      events.subscribe(Interest.of("history", Evening.STARTED), history);
      for (int from = 0; from < Evening.EVENTS; from += Evening.BATCH) {
        if (from == 3_000) {
          broker.kill();
        }
        if (from == 7_000) {
          broker.restart();
        }
        Evening.publish(events, from);
      }
      history.await(Evening.EVENTS);

      assertThat(History.recorded(file)).containsExactlyInAnyOrderElementsOf(Evening.ids());
      assertThat(ofEveryPerson(History.recorded(file))).isEqualTo(ofEveryPerson(Evening.ids()));
      assertThat(playbackMessages(broker)).containsExactlyInAnyOrderElementsOf(Evening.ids());
    }
  }

  /** Person by person, in the order of each. */
  private static List<List<String>> ofEveryPerson(List<String> ids) {
    return Evening.ids().subList(0, 10).stream()
        .map(id -> id.charAt(id.length() - 1))
        .map(person -> ids.stream().filter(id -> person(id) == person - '0').toList())
        .toList();
  }

  private static int person(String id) {
    return (int) (Long.parseLong(id.substring(24), 16) % 10);
  }

  private static Set<String> playbackMessages(RealBroker broker) throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setPort(broker.port());
    Set<String> ids = new HashSet<>();
    try (Connection connection = factory.newConnection()) {
      Channel channel = connection.createChannel();
      GetResponse message = channel.basicGet("playback_events", true);
      for (; message != null; message = channel.basicGet("playback_events", true)) {
        assertThat(new String(message.getBody(), UTF_8))
            .matches("\\{\"user_id\":[0-9],\"movie_id\":\"tt1727587\"}");
        ids.add(message.getProps().getMessageId());
      }
    }
    return ids;
  }
}
