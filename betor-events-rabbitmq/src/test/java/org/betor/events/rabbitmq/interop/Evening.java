package org.betor.events.rabbitmq.interop;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.events.rabbitmq.PlainQueue;
import org.betor.events.rabbitmq.PlaybackMessage;

/** What ten people watch. Whoever tells of it again uses the same ids. */
final class Evening {
  static final int EVENTS = 10_000;
  static final int BATCH = 100;
  static final String STARTED = "org.example.playback.started";
  static final PlainQueue PLAYBACK =
      PlainQueue.playback(STARTED, event -> new PlaybackMessage(event.subject(), "tt1727587"));

  private static final URI PLAYER = URI.create("https://player.example/");

  private Evening() {}

  static String id(int number) {
    return new UUID(0, number).toString();
  }

  static List<String> ids() {
    return IntStream.range(0, EVENTS).mapToObj(Evening::id).toList();
  }

  static void publish(EventChannel events, int from) {
    events.publish(IntStream.range(from, from + BATCH).mapToObj(Evening::event).toList());
  }

  private static Event event(int number) {
    return new Event(
        new UUID(0, number),
        STARTED,
        PLAYER,
        Instant.EPOCH,
        String.valueOf(number % 10),
        "{\"movie\":\"tt1727587\"}",
        0);
  }
}
