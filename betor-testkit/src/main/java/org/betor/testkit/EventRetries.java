package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.testkit.InventedEvents.started;

import java.util.List;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.Interest;
import org.junit.jupiter.api.Test;

/** What becomes of events that handlers throw at: a part of {@link EventChannelContract}. */
public interface EventRetries extends EventChannelUnderTest {

  /** Until it returns. */
  @Test
  default void aHandlerThatThrowsSeesTheEventAgain() throws Exception {
    Inbox history = new Inbox();
    history.throwAt(event -> history.asked().size() < ATTEMPTS);
    try (EventChannel events = open("tested")) {
      events.subscribe(Interest.of("history"), history);
      Event event = started("ada", 1);
      events.publish(event);

      assertThat(history.taken(1)).containsExactly(event);
      assertThat(history.asked()).hasSize(ATTEMPTS).containsOnly(event);
      assertThat(events.deadLetters("history", 10)).isEmpty();
    }
  }

  /** With what it threw; the events after it come. */
  @Test
  default void whatAHandlerThrowsAtTooOftenIsADeadLetter() throws Exception {
    Inbox history = new Inbox();
    Event bad = started("ada", 1);
    Event good = started("ada", 2);
    history.throwAt(bad::equals);
    try (EventChannel events = open("tested")) {
      events.subscribe(Interest.of("history"), history);
      events.publish(List.of(bad, good));

      assertThat(history.taken(1)).containsExactly(good);
      assertThat(history.asked()).containsExactly(bad, bad, bad, good);
      DeadLetter letter = events.deadLetters("history", 10).get(0);
      assertThat(letter.event()).isEqualTo(bad);
      assertThat(letter.attempts()).isEqualTo(ATTEMPTS);
      assertThat(letter.reason()).contains("the shelf is full");
    }
  }

  /** Each group has its own. */
  @Test
  default void whatOneGroupThrowsAtIsAllTheSameToAnother() throws Exception {
    Inbox history = new Inbox();
    Inbox audit = new Inbox();
    history.throwAt(event -> true);
    try (EventChannel events = open("tested")) {
      events.subscribe(Interest.of("history"), history);
      events.subscribe(Interest.of("audit"), audit);
      events.publish(started("ada", 0, 3));

      assertThat(audit.taken(3)).hasSize(3);
      assertThat(events.deadLetters("audit", 10)).isEmpty();
    }
  }
}
