package org.betor.events.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.betor.api.spi.Event;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PublisherTest {
  private final FakeBroker broker = new FakeBroker();
  private final Event event =
      Event.of(
          new SimulatedTime(),
          "org.example.started",
          URI.create("https://player.example/"),
          "ada",
          "{}");

  @Test
  void closingEndsAWriterThatIsStuckAndWhoWaitsForIt() throws Exception {
    Publisher publisher = open();
    broker.stopReading();
    CompletableFuture<Boolean> sent = CompletableFuture.supplyAsync(() -> sent(publisher));
    assertThat(broker.stuck().take()).isEqualTo(event.id().toString());
    publisher.close();

    assertThat(sent.get()).isFalse();
  }

  @Test
  void nothingIsSentOnceItIsClosed() throws Exception {
    Publisher publisher = open();
    publisher.close();

    assertThatIOException().isThrownBy(() -> publisher.send(List.of(event)));
    assertThat(broker.published()).isEmpty();
  }

  private Publisher open() throws IOException {
    Line line = broker.broker().connect("publisher");
    return new Publisher(line, new Names("betor"), List.of());
  }

  private boolean sent(Publisher publisher) {
    try {
      return publisher.send(List.of(event));
    } catch (IOException failed) {
      return false;
    }
  }
}
