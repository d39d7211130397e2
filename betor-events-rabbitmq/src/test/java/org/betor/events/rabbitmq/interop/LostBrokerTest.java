package org.betor.events.rabbitmq.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.GetResponse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.betor.api.spi.Event;
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
        RabbitEvents events = open(broker)) {
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

  @Test
  void aGroupThatBeganWhileTheBrokerWasAwayGetsItsEventsAfterARestart() throws Exception {
    Path file = folder.resolve("history");
    History history = History.open(file);
    Interest interest = Interest.of("history", Evening.STARTED);
    try (RealBroker broker = RealBroker.rabbitmq()) {
      broker.kill();
      try (RabbitEvents events = open(broker)) {
        events.subscribe(interest, history);
        Evening.publish(events, 0);
      }
      try (RabbitEvents events = open(broker)) {
        broker.restart();
        try (BareClient client = BareClient.of(broker)) {
          client.next("playback_events"); // the outbox is being sent
        }
        events.subscribe(interest, history);
        history.await(Evening.BATCH);
      }
    }
    assertThat(History.recorded(file))
        .containsExactlyInAnyOrderElementsOf(Evening.ids().subList(0, Evening.BATCH));
  }

  @Test
  void aGroupWhoseQueueIsOfAnotherKindStopsNoneOfTheOthers() throws Exception {
    History audit = History.open(folder.resolve("audit"));
    try (RealBroker broker = RealBroker.rabbitmq()) {
      try (BareClient client = BareClient.of(broker)) {
        client.channel().queueDeclare("betor.history", true, false, false, Map.of());
      }
      broker.kill();
      try (RabbitEvents events = open(broker)) {
        events.subscribe(Interest.of("history"), event -> {});
        events.subscribe(Interest.of("audit"), audit);
        Evening.publish(events, 0);
        broker.restart();
        audit.await(Evening.BATCH);
      }
    }
    assertThat(folder.resolve("outbox/groups/history.group")).exists();
    assertThat(folder.resolve("outbox/groups/audit.group")).doesNotExist();
  }

  @Test
  void publishingGoesOnWhileTheBrokerTakesNothing() throws Exception {
    BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
    try (RealBroker broker = RealBroker.rabbitmq();
        RabbitEvents events = open(broker)) {
      events.subscribe(Interest.of("history"), handled::add);
      broker.alarm();
      events.publish(large(0, 250));
      events.publish(large(250, 251));
      assertThat(handled).noneMatch(event -> number(event) == 250);
      broker.calm();

      Set<Integer> numbers = new HashSet<>();
      while (numbers.size() < 251) {
        numbers.add(number(handled.take()));
      }
    }
  }

  private static int number(Event event) {
    return (int) event.id().getLeastSignificantBits();
  }

  /** More than a socket's buffers hold. */
  private static List<Event> large(int from, int to) {
    String json = "{\"text\":\"%s\"}".formatted("x".repeat(60_000));
    return IntStream.range(from, to)
        .mapToObj(
            number ->
                new Event(
                    new UUID(0, number),
                    "org.example.large",
                    URI.create("https://player.example/"),
                    Instant.EPOCH,
                    "ada",
                    json,
                    0))
        .toList();
  }

  private RabbitEvents open(RealBroker broker) {
    return RabbitEvents.builder(folder.resolve("outbox"))
        .port(broker.port())
        .plain(Evening.PLAYBACK)
        .open();
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
    Set<String> ids = new HashSet<>();
    try (BareClient client = BareClient.of(broker)) {
      GetResponse message = client.channel().basicGet("playback_events", true);
      for (; message != null; message = client.channel().basicGet("playback_events", true)) {
        assertThat(new String(message.getBody(), UTF_8))
            .matches("\\{\"user_id\":[0-9],\"movie_id\":\"tt1727587\"}");
        ids.add(message.getProps().getMessageId());
      }
    }
    return ids;
  }
}
