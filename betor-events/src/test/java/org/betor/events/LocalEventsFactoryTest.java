package org.betor.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.Host;
import org.betor.api.spi.Interest;
import org.betor.api.spi.Settings;
import org.betor.testkit.FolderHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalEventsFactoryTest {
  private static final Interest HISTORY = Interest.of("history");

  @TempDir Path folder;

  @Test
  void theServiceOpensTheChannelOfItsHost() throws Exception {
    BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
    Host application = new FolderHost(folder, Settings.of(Map.of("other.token", "x")));
    Event event =
        Event.of(
            InstantSource.system(),
            "org.example.started",
            URI.create("https://player.example/"),
            "ada",
            "{}");

    try (EventChannel events = open(application)) {
      events.subscribe(HISTORY, ignored -> {}).close();
      events.publish(event);
    }
    try (EventChannel events = open(application)) {
      events.subscribe(HISTORY, handled::add);

      assertThat(handled.take()).isEqualTo(event);
    }
    assertThat(folder.resolve("events")).isNotEmptyDirectory();
  }

  private static EventChannel open(Host host) {
    LocalEventsFactoryTest.class
        .getModule()
        .addUses(EventChannel.Factory.class); // as an application says
    return ServiceLoader.load(EventChannel.Factory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(factory -> factory.id().equals("local"))
        .findFirst()
        .orElseThrow()
        .open(host);
  }
}
