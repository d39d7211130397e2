package org.betor.events.rabbitmq.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.EventException;
import org.betor.api.spi.Host;
import org.betor.api.spi.Interest;
import org.betor.api.spi.Settings;
import org.betor.testkit.FolderHost;
import org.betor.testkit.server.RealBroker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("interop")
@Timeout(120)
class RabbitEventsFactoryTest {
  private static final String PASSWORD = "open-sesame";

  @TempDir Path folder;

  @Test
  void theServiceOpensAChannelBySettingsAndTellsNobodyThePassword() throws Exception {
    PrintStream console = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    try (RealBroker broker = RealBroker.rabbitmq()) {
      System.setErr(new PrintStream(logged, true, UTF_8)); // where these tests log to
      assertEventsCome(settings(broker, "guest", "guest"));
      assertRefused(settings(broker, "ada", PASSWORD));
    } finally {
      System.setErr(console);
    }
    assertThat(logged.toString(UTF_8)).contains("RabbitMQ at localhost").doesNotContain(PASSWORD);
  }

  private void assertEventsCome(Settings settings) throws InterruptedException {
    BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
    try (EventChannel events = open(new FolderHost(folder, settings))) {
      events.subscribe(Interest.of("history"), handled::add);
      Event event =
          Event.of(
              InstantSource.system(),
              "org.example.started",
              URI.create("https://player.example/"),
              "ada",
              "{}");

      events.publish(event);

      assertThat(handled.take().id()).isEqualTo(event.id());
    }
  }

  private void assertRefused(Settings settings) {
    try (EventChannel events = open(new FolderHost(folder, settings))) {
      assertThatExceptionOfType(EventException.class)
          .isThrownBy(() -> events.subscribe(Interest.of("history"), event -> {}))
          .withStackTraceContaining("ACCESS_REFUSED")
          .satisfies(refused -> assertThat(refused.toString()).doesNotContain(PASSWORD));
      assertThat(settings.toString() + events).doesNotContain(PASSWORD);
    }
  }

  private static Settings settings(RealBroker broker, String user, String password) {
    Map<String, String> values = new HashMap<>();
    values.put("rabbitmq.host", "localhost");
    values.put("rabbitmq.port", String.valueOf(broker.port()));
    values.put("rabbitmq.virtual-host", "/");
    values.put("rabbitmq.user", user);
    values.put("rabbitmq.password", password);
    return Settings.of(values).of("rabbitmq");
  }

  private static EventChannel open(Host host) {
    RabbitEventsFactoryTest.class
        .getModule()
        .addUses(EventChannel.Factory.class); // as an application says
    return ServiceLoader.load(EventChannel.Factory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(factory -> factory.id().equals("rabbitmq"))
        .findFirst()
        .orElseThrow()
        .open(host);
  }
}
