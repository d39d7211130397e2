package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.betor.testkit.InventedEvents.started;

import java.util.List;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.EventChannel.Subscription;
import org.betor.api.spi.Interest;
import org.junit.jupiter.api.Test;

/** Dead letters, and how they are replayed: a part of {@link EventChannelContract}. */
public interface EventDeadLetters extends EventChannelUnderTest {

  /** Up to a limit. */
  @Test
  default void deadLettersAreListedOldestFirst() throws Exception {
    try (EventChannel events = open("tested")) {
      List<Event> dead = dead(events, new Inbox());

      assertThat(events.deadLetters("history", 10))
          .extracting(DeadLetter::event)
          .isEqualTo(dead)
          .isEqualTo(events.deadLetters("history", 10).stream().map(DeadLetter::event).toList());
      assertThat(events.deadLetters("history", 2))
          .extracting(DeadLetter::event)
          .isEqualTo(dead.subList(0, 2));
      assertThat(events.deadLetters("nobody", 10)).isEmpty();
      assertThatIllegalArgumentException().isThrownBy(() -> events.deadLetters("history", 0));
    }
  }

  /** The others stay. */
  @Test
  default void aDeadLetterIsReplayed() throws Exception {
    Inbox history = new Inbox();
    try (EventChannel events = open("tested")) {
      List<Event> dead = dead(events, history);
      history.throwAt(event -> false);

      assertThat(events.replay("history", dead.get(1).id())).isTrue();
      assertThat(history.taken(2).get(1)).isEqualTo(dead.get(1));
      assertThat(events.replay("history", dead.get(1).id())).isFalse();
      assertThat(events.replay("nobody", dead.get(0).id())).isFalse();
      assertThat(events.deadLetters("history", 10))
          .extracting(DeadLetter::event)
          .containsExactly(dead.get(0), dead.get(2));
    }
  }

  /** Whoever is subscribed next gets them. */
  @Test
  default void allDeadLettersAreReplayed() throws Exception {
    List<Event> dead;
    Inbox mended = new Inbox();
    try (EventChannel events = open("tested")) {
      dead = dead(events, new Inbox());
    }
    try (EventChannel events = open("tested")) {
      assertThat(events.replayAll("history")).isEqualTo(3);
      assertThat(events.deadLetters("history", 10)).isEmpty();
      assertThat(events.replayAll("history")).isZero();
      events.subscribe(Interest.of("history"), mended);

      assertThat(mended.taken(3)).isEqualTo(dead);
    }
  }

  /** After as many attempts as before. */
  @Test
  default void whatIsReplayedInVainIsADeadLetterAgain() throws Exception {
    Inbox history = new Inbox();
    try (EventChannel events = open("tested")) {
      List<Event> dead = dead(events, history);
      int before = history.asked().size();
      Event good = started("ada", 9);
      assertThat(events.replayAll("history")).isEqualTo(3);
      history.asked(before + 3 * ATTEMPTS);
      events.publish(good);
      history.taken(2);

      assertThat(history.asked()).hasSize(before + 3 * ATTEMPTS + 1);
      assertThat(events.deadLetters("history", 10))
          .extracting(DeadLetter::event)
          .containsExactlyElementsOf(dead);
    }
  }

  /** It stays until somebody replays it to who may have it. */
  @Test
  default void whatIsReplayedReachesOnlyWhoDeclaresItsLevel() throws Exception {
    Inbox refusing = new Inbox();
    Inbox lower = new Inbox();
    Inbox higher = new Inbox();
    Event restricted = started("ada", 1).restrictedTo(3);
    Event open = started("ada", 2);
    refusing.throwAt(restricted::equals);
    try (EventChannel events = open("tested")) {
      Subscription first = events.subscribe(Interest.of("history").upTo(3), refusing);
      events.publish(List.of(restricted, open));
      refusing.taken(1);
      first.close();
      Subscription second = events.subscribe(Interest.of("history"), lower);
      events.replayAll("history");
      events.publish(open);
      assertThat(lower.taken(1)).containsExactly(open);
      second.close();
      events.subscribe(Interest.of("history").upTo(3), higher);
      events.replayAll("history");

      assertThat(higher.taken(1)).containsExactly(restricted);
    }
  }

  /** Three, of a group that has taken one event. */
  private static List<Event> dead(EventChannel events, Inbox history) throws InterruptedException {
    List<Event> dead = started("ada", 0, 3);
    history.throwAt(dead::contains);
    events.subscribe(Interest.of("history"), history);
    events.publish(dead);
    events.publish(started("ada", 3));
    history.taken(1);
    return dead;
  }
}
