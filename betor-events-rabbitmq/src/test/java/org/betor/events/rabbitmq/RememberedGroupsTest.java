package org.betor.events.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventException;
import org.betor.api.spi.Interest;
import org.betor.events.internal.lane.Manner;
import org.betor.events.internal.lane.Retries;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Groups that were subscribed while the broker was away. */
@Timeout(60)
class RememberedGroupsTest {
  @TempDir Path folder;

  private final SimulatedTime time = new SimulatedTime();
  private final FakeBroker broker = new FakeBroker();

  @Test
  void aGroupThatTheBrokerRefusesStopsNoneOfTheOthers() throws Exception {
    Event first = event();
    Event second = event();
    broker.goAway();
    broker.refuse("betor.history");
    try (RabbitEvents events = open()) {
      events.subscribe(Interest.of("history"), ignored -> {}).close();
      events.subscribe(Interest.of("audit"), ignored -> {}).close();
      events.publish(first);
    }
    broker.comeBack();
    try (RabbitEvents events = open()) {
      events.publish(second);

      assertThat(broker.published().take()).isEqualTo(first.id().toString());
      assertThat(broker.published().take()).isEqualTo(second.id().toString());
      assertThat(broker.declared()).contains("betor.audit").doesNotContain("betor.history");
    }
    assertThat(file("history")).exists();
    assertThat(file("audit")).doesNotExist();
  }

  @Test
  void aGroupThatTheBrokerRefusesCanBeForgotten() throws Exception {
    broker.goAway();
    broker.refuse("betor.history");
    try (RabbitEvents events = open()) {
      events.subscribe(Interest.of("history"), ignored -> {}).close();
      broker.comeBack();
      assertThatExceptionOfType(EventException.class)
          .isThrownBy(() -> events.forget("history")); // its queue, if there is one, stays
    }
    assertThat(file("history")).doesNotExist();
  }

  @Test
  void aGroupIsDeclaredWhenTheBrokerIsBackThoughNothingIsPublished() throws Exception {
    try (RabbitEvents events = open()) {
      broker.goAway();
      events.subscribe(Interest.of("history"), ignored -> {}).close();
      assertThat(file("history")).exists();
      broker.comeBack();

      assertThat(broker.declared().take()).isEqualTo("betor.history");
      while (Files.exists(file("history"))) {
        Thread.onSpinWait();
      }
    }
  }

  private Path file(String group) {
    return folder.resolve("groups").resolve(group + ".group");
  }

  private RabbitEvents open() throws Exception {
    return new RabbitEvents(
        broker.broker(),
        new Names("betor"),
        new Manner(Retries.USUAL, time, time),
        List.of(),
        Outbox.open(folder, 1 << 20));
  }

  private Event event() {
    return Event.of(
        time, "org.example.started", URI.create("https://player.example/"), "ada", "{}");
  }
}
