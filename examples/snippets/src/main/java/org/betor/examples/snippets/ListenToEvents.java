package org.betor.examples.snippets;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.betor.api.spi.Event;
import org.betor.api.spi.Interest;
import org.betor.events.LocalEvents;

/** Tells of something that happened, and listens. */
public final class ListenToEvents {
  private static final String STARTED = "org.example.playback.started";

  private ListenToEvents() {}

  /** Prints who watches something. */
  public static void main(String[] args) throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    try (LocalEvents events = LocalEvents.open(Path.of("events"))) {
      events.subscribe(
          Interest.of("printer", STARTED),
          event -> {
            System.out.println(event.subject() + " watches " + event.json());
            heard.countDown();
          });
      URI player = URI.create("https://player.example/");
      events.publish(
          Event.of(InstantSource.system(), STARTED, player, "ada", "{\"title\":\"Sintel\"}"));
      heard.await();
    }
  }
}
