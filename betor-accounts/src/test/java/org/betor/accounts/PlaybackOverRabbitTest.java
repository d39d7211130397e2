package org.betor.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.accounts.Cinema.ANY;
import static org.betor.accounts.Cinema.SINTEL;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.betor.api.model.Language;
import org.betor.api.model.ReleaseKey;
import org.betor.api.spi.Event;
import org.betor.api.spi.Interest;
import org.betor.events.rabbitmq.PlainQueue;
import org.betor.events.rabbitmq.PlaybackMessage;
import org.betor.events.rabbitmq.RabbitEvents;
import org.betor.testkit.server.RealBroker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is watched here is told by a real broker, to those who know Betor and those who do not. */
@Tag("interop")
@Timeout(120)
class PlaybackOverRabbitTest {
  @TempDir private Path folder;

  private final BlockingQueue<Event> recorded = new LinkedBlockingQueue<>();

  @Test
  void whatStartsReachesThePlainQueueAndTheHistoryHasItOnceThoughItComesTwice() throws Exception {
    try (RealBroker broker = RealBroker.rabbitmq();
        Cinema cinema = new Cinema(folder);
        RabbitEvents events =
            RabbitEvents.builder(folder.resolve("outbox"))
                .port(broker.port())
                .plain(PlainQueue.playback(PlaybackStarted.TYPE, PlaybackOverRabbitTest::message))
                .open()) {
      ReleaseKey key = cinema.release(SINTEL, 1, Language.ENGLISH, 0);
      History history = new History(cinema.community.accounts, Duration.ofDays(1));
      events.subscribe(Interest.of("history", PlaybackStarted.TYPE), event -> keep(history, event));

      Watched watched = watch(cinema, events, key);
      Event told = next();
      events.publish(told);

      assertThat(next()).isEqualTo(told);
      assertThat(history.latest(cinema.bia.id(), 10)).containsExactly(watched);
      String message =
          "{\"user_id\":\"%s\",\"movie_id\":\"imdb:tt1727587\"}".formatted(cinema.bia.id());
      assertThat(plainMessages(broker)).containsExactly(message, message);
    }
  }

  private static PlaybackMessage message(Event event) {
    PlaybackStarted started = PlaybackStarted.of(event);
    return new PlaybackMessage(started.user().toString(), started.title().toString());
  }

  private void keep(History history, Event event) {
    history.handle(event);
    recorded.add(event);
  }

  private Event next() throws InterruptedException {
    return Objects.requireNonNull(recorded.poll(1, TimeUnit.MINUTES));
  }

  /** What the history is to have of it. */
  private static Watched watch(Cinema cinema, RabbitEvents events, ReleaseKey key)
      throws InterruptedException {
    try (Playback playback =
            Playback.builder(cinema.community.accounts, cinema.catalog, events)
                .titles(Cinema::title)
                .source(cinema)
                .open();
        Watching film = playback.start(cinema.bia.id(), SINTEL, ANY)) {
      return new Watched(film.id(), SINTEL, key, cinema.community.time.instant());
    }
  }

  private static List<String> plainMessages(RealBroker broker) throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setPort(broker.port());
    List<String> messages = new ArrayList<>();
    try (Connection connection = factory.newConnection();
        Channel channel = connection.createChannel()) {
      GetResponse message = channel.basicGet("playback_events", true);
      while (message != null) {
        messages.add(new String(message.getBody(), UTF_8));
        message = channel.basicGet("playback_events", true);
      }
    }
    return messages;
  }
}
