package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.testkit.InventedEvents.STARTED;
import static org.betor.testkit.InventedEvents.started;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.Interest;
import org.junit.jupiter.api.Test;

/** What is there after a restart: a part of {@link EventChannelContract}. */
public interface EventRestarts extends EventChannelUnderTest {

  /** Whether its group was subscribed or not. */
  @Test
  default void whatWasPublishedComesAfterReopening() throws Exception {
    List<Event> published = started("ada", 0, 20);
    Inbox history = new Inbox();
    Interest interest = Interest.of("history", STARTED);
    try (EventChannel events = open("tested")) {
      events.subscribe(interest, event -> {}).close();
      events.publish(published.subList(0, 10));
    }
    try (EventChannel events = open("tested")) {
      events.publish(published.subList(10, 20));
      events.subscribe(interest, history);

      assertThat(history.taken(20)).isEqualTo(published);
    }
  }

  /** Within 5 seconds; the event comes again. */
  @Test
  default void aHandlerThatIsInterruptedSeesTheEventAgain() throws Exception {
    Inbox history = new Inbox();
    Event event = started("ada", 1);
    CountDownLatch handling = new CountDownLatch(1);
    try (EventChannel events = open("tested")) {
      events.subscribe(
          Interest.of("history"),
          taken -> {
            handling.countDown();
            new CountDownLatch(1).await();
          });
      events.publish(event);
      handling.await();
    }
    try (EventChannel events = open("tested")) {
      events.subscribe(Interest.of("history"), history);

      assertThat(history.taken(1)).containsExactly(event);
    }
  }

  /** Until they are replayed. */
  @Test
  default void deadLettersAreThereAfterReopening() throws Exception {
    Inbox history = new Inbox();
    Event bad = started("ada", 1);
    history.throwAt(bad::equals);
    try (EventChannel events = open("tested")) {
      events.subscribe(Interest.of("history"), history);
      events.publish(List.of(bad, started("ada", 2)));
      history.taken(1);
    }
    try (EventChannel events = open("tested")) {
      assertThat(events.deadLetters("history", 10))
          .extracting(DeadLetter::event)
          .containsExactly(bad);
    }
  }
}
