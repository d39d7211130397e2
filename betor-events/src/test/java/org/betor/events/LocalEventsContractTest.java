package org.betor.events;

import java.nio.file.Path;
import java.time.Duration;
import org.betor.api.spi.EventChannel;
import org.betor.testkit.EventChannelContract;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LocalEventsContractTest implements EventChannelContract {
  @TempDir Path folder;

  @Override
  public EventChannel open(String name) {
    return LocalEvents.builder(folder.resolve(name))
        .retries(ATTEMPTS, Duration.ofMillis(1), Duration.ofMillis(4))
        .open();
  }
}
