package org.betor.events.rabbitmq.interop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.api.spi.EventChannel;
import org.betor.events.rabbitmq.RabbitEvents;
import org.betor.testkit.EventChannelContract;
import org.betor.testkit.server.RealBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("interop")
@Timeout(120)
class RabbitEventsContractTest implements EventChannelContract {
  private static final AtomicInteger TESTS = new AtomicInteger();

  private static RealBroker broker;

  private final int test = TESTS.incrementAndGet();

  @TempDir Path folder;

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

  @Override
  public EventChannel open(String name) {
    return RabbitEvents.builder(folder.resolve(name))
        .port(broker.port())
        .prefix("betor-%d-%s".formatted(test, name))
        .retries(ATTEMPTS, Duration.ofMillis(1), Duration.ofMillis(4))
        .open();
  }
}
