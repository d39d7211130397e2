package org.betor.testkit;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.betor.api.spi.Event;

/** Events of nobody's life. */
final class InventedEvents {
  static final String STARTED = "org.example.playback.started";
  static final String STOPPED = "org.example.playback.stopped";

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T12:00:00.123456789Z"));
  private static final URI PLAYER = URI.create("https://player.example/lounge?room=1");

  private InventedEvents() {}

  /** Somebody began to watch something. */
  static Event started(String who, int number) {
    return of(STARTED, who, number);
  }

  static Event stopped(String who, int number) {
    return of(STOPPED, who, number);
  }

  /** What one person does, in this order. */
  static List<Event> started(String who, int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> started(who, number)).toList();
  }

  private static Event of(String type, String who, int number) {
    String json = "{\"number\": %d, \"title\": \"Sintel \\u2013 çã 🎬\"}".formatted(number);
    return Event.of(CLOCK, type, PLAYER, who, json);
  }
}
