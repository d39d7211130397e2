package org.betor.benchmarks.events;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.betor.api.spi.Event;

/** Events of a thousand people who watch films. */
final class Watching {
  static final String STARTED = "org.betor.playback.started";

  private static final URI PLAYER = URI.create("https://player.example/");

  private Watching() {}

  static List<Event> events(int count) {
    return IntStream.range(0, count).mapToObj(Watching::event).toList();
  }

  /** About 250 bytes. */
  private static Event event(int number) {
    return Event.of(
        InstantSource.system(),
        STARTED,
        PLAYER,
        "user-" + number % 1_000,
        "{\"title\":\"imdb:tt1727587\",\"name\":\"Sintel\",\"release\":\"btih:%040x\",\"at\":0}"
            .formatted(number));
  }

  static <T> List<List<T>> batches(List<T> all, int size) {
    return IntStream.range(0, all.size() / size)
        .mapToObj(batch -> all.subList(batch * size, (batch + 1) * size))
        .toList();
  }
}
