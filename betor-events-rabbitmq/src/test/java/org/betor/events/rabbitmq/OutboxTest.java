package org.betor.events.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.betor.api.spi.Event;
import org.betor.events.internal.log.LogReader;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OutboxTest {
  @TempDir Path folder;

  private final FakeBroker broker = new FakeBroker();

  @Test
  void eventsAreSentThoughAllThatWereBeforeThemAreDeleted() throws Exception {
    for (String subject : List.of("ada", "grace", "hedy")) {
      try (Outbox outbox = open()) {
        assertThat(outbox.isEmpty()).isTrue();
        outbox.add(List.of(event(subject)));
        assertThat(outbox.isEmpty()).isFalse();
        assertThat(sent(outbox)).extracting(Event::subject).containsExactly(subject);
      }
      open().close();
      assertThat(folder).isDirectoryNotContaining("glob:**.log");
    }
  }

  @Test
  void whatWasNotSentIsThereAfterARestart() throws Exception {
    try (Outbox outbox = open()) {
      outbox.add(List.of(event("ada")));
      sent(outbox);
      outbox.add(List.of(event("grace"), event("hedy")));
    }
    try (Outbox outbox = open()) {
      assertThat(sent(outbox)).extracting(Event::subject).containsExactly("grace", "hedy");
      assertThat(outbox.isEmpty()).isTrue();
    }
  }

  private List<Event> sent(Outbox outbox) throws Exception {
    try (LogReader unsent = outbox.unsent();
        Line line = broker.broker().connect("publisher")) {
      Outbox.Batch batch = outbox.next(unsent, line);
      outbox.sent(batch);
      return batch.events();
    }
  }

  private Outbox open() throws Exception {
    return Outbox.open(folder, 1 << 20);
  }

  private static Event event(String subject) {
    return Event.of(
        new SimulatedTime(),
        "org.example.started",
        URI.create("https://player.example/"),
        subject,
        "{}");
  }
}
