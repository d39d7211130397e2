package org.betor.events.rabbitmq.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.rabbitmq.client.GetResponse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel.Subscription;
import org.betor.api.spi.EventException;
import org.betor.api.spi.Interest;
import org.betor.events.rabbitmq.RabbitEvents;
import org.betor.testkit.server.RealBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("interop")
@Timeout(60)
class RabbitQueuesTest {
  private static final String STARTED = Evening.STARTED;
  private static final Interest HISTORY = Interest.of("history", STARTED);

  private static RealBroker broker;

  @TempDir Path folder;
  private static final AtomicInteger TESTS = new AtomicInteger();

  private String prefix = "";
  private BareClient client;

  @BeforeAll
  static void startTheBroker() {
    broker = RealBroker.rabbitmq();
  }

  @AfterAll
  static void stopTheBroker() {
    if (broker != null) {
      broker.close();
    }
  }

  @BeforeEach
  void connect() throws Exception {
    prefix = "betor-" + TESTS.incrementAndGet();
    client = BareClient.of(broker);
    client.channel().queueDelete("playback_events");
  }

  @AfterEach
  void disconnect() throws Exception {
    client.close();
  }

  @Test
  void aStrangerGetsEveryEventAsACloudEventFromAQueueOfItsOwn() throws Exception {
    try (RabbitEvents events = open("outbox")) {
      client.channel().queueDeclare("stranger", false, true, true, Map.of());
      client.channel().queueBind("stranger", prefix + ".events", "#");
      events.publish(event(1));
      events.publish(event(2).restrictedTo(1));
      events.publish(event(3));

      for (int number : new int[] {1, 3}) {
        GetResponse message = client.next("stranger");
        String id = new UUID(0, number).toString();
        assertThat(new String(message.getBody(), UTF_8)).isEqualTo(event(number).json());
        assertThat(message.getEnvelope().getRoutingKey()).isEqualTo(STARTED);
        assertThat(message.getProps().getContentType()).isEqualTo("application/json");
        assertThat(message.getProps().getDeliveryMode()).isEqualTo(2);
        assertThat(message.getProps().getMessageId()).isEqualTo(id);
        assertThat(message.getProps().getHeaders())
            .hasSize(6)
            .hasEntrySatisfying("cloudEvents:specversion", value -> assertText(value, "1.0"))
            .hasEntrySatisfying("cloudEvents:id", value -> assertText(value, id))
            .hasEntrySatisfying("cloudEvents:type", value -> assertText(value, STARTED))
            .hasEntrySatisfying(
                "cloudEvents:source", value -> assertText(value, "https://player.example/"))
            .hasEntrySatisfying(
                "cloudEvents:time", value -> assertText(value, "1970-01-01T00:00:00Z"))
            .hasEntrySatisfying("cloudEvents:subject", value -> assertText(value, "17"));
      }
    }
  }

  @Test
  void aBareConsumerReadsWhoWatchesWhatFromAPlainDurableQueue() throws Exception {
    BlockingQueue<String> read = new LinkedBlockingQueue<>();
    try (RabbitEvents events = open("outbox")) {
      client
          .channel()
          .basicConsume(
              "playback_events",
              true,
              (tag, message) -> read.add(new String(message.getBody(), UTF_8)),
              tag -> {});
      events.publish(event(1));

      assertThat(read.take()).isEqualTo("{\"user_id\":17,\"movie_id\":\"tt1727587\"}");
    }
  }

  @Test
  void aPlainQueueThatIsGoneLosesNothing() throws Exception {
    try (RabbitEvents events = open("outbox")) {
      client.channel().queueDelete("playback_events");
      events.publish(event(1));

      assertThat(client.next("playback_events").getProps().getMessageId())
          .isEqualTo(new UUID(0, 1).toString());
    }
  }

  @Test
  void aQueueOfDeadLettersThatIsGoneLosesNone() throws Exception {
    try (RabbitEvents events = open("outbox")) {
      events.subscribe(
          HISTORY,
          event -> {
            throw new IllegalStateException("the shelf is full");
          });
      events.publish(event(1));
      awaitLetters(events, 1);
      client.channel().queueDelete(prefix + ".history.dead");
      events.publish(event(2));
      awaitLetters(events, 1);

      assertThat(events.deadLetters("history", 10))
          .extracting(letter -> letter.event().id())
          .containsExactly(new UUID(0, 2));
    }
  }

  @Test
  void applicationsThatAreSubscribedToOneGroupWantTheSame() throws Exception {
    BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
    try (RabbitEvents other = open("other")) {
      try (RabbitEvents events = open("outbox")) {
        events.subscribe(HISTORY, handled::add);
        other.subscribe(HISTORY, handled::add).close();
        assertThatExceptionOfType(EventException.class)
            .isThrownBy(() -> other.subscribe(HISTORY.upTo(1), handled::add))
            .withMessageContainingAll("history", "elsewhere", "level");
        assertThatExceptionOfType(EventException.class)
            .isThrownBy(() -> other.subscribe(Interest.of("history"), handled::add));
      }
      other.subscribe(HISTORY.upTo(1), handled::add);
      other.publish(event(1).restrictedTo(1));

      assertThat(handled.take()).isEqualTo(event(1).restrictedTo(1));
    }
  }

  @Test
  void aHandlerThatClosesItsSubscriptionCanWantSomethingElse() throws Exception {
    BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
    CompletableFuture<Subscription> first = new CompletableFuture<>();
    try (RabbitEvents events = open("outbox")) {
      first.complete(
          events.subscribe(
              HISTORY,
              event -> {
                first.get().close();
                events.subscribe(HISTORY.upTo(1), handled::add);
                events.publish(event(2).restrictedTo(1)); // the first still has a connection
              }));
      events.publish(event(1));

      assertThat(handled.take()).isEqualTo(event(2).restrictedTo(1));
    }
  }

  private RabbitEvents open(String name) {
    return RabbitEvents.builder(folder.resolve(name))
        .port(broker.port())
        .prefix(prefix)
        .plain(Evening.PLAYBACK)
        .retries(2, Duration.ofMillis(1), Duration.ofMillis(4))
        .open();
  }

  private static void awaitLetters(RabbitEvents events, int count) {
    while (events.deadLetters("history", 10).size() < count) {
      Thread.onSpinWait();
    }
  }

  private static void assertText(Object value, String text) {
    assertThat(value).hasToString(text);
  }

  private static Event event(int number) {
    return new Event(
        new UUID(0, number),
        STARTED,
        URI.create("https://player.example/"),
        Instant.EPOCH,
        "17",
        "{\"movie\":\"tt1727587\",\"number\":%d}".formatted(number),
        0);
  }
}
