package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.betor.testkit.InventedEvents.STARTED;
import static org.betor.testkit.InventedEvents.STOPPED;
import static org.betor.testkit.InventedEvents.started;
import static org.betor.testkit.InventedEvents.stopped;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.EventChannel.Subscription;
import org.betor.api.spi.Interest;
import org.junit.jupiter.api.Test;

/** Who gets which events: a part of {@link EventChannelContract}. */
public interface EventDeliveries extends EventChannelUnderTest {

  /** With all that it says. */
  @Test
  default void anEventReachesEachGroupThatWantsIt() throws Exception {
    Inbox history = new Inbox();
    Inbox audit = new Inbox();
    try (EventChannel events = open("tested")) {
      events.subscribe(Interest.of("history", STARTED), history);
      events.subscribe(Interest.of("audit"), audit);
      Event event = started("ada", 1);
      events.publish(event);

      assertThat(history.taken(1)).containsExactly(event);
      assertThat(audit.taken(1)).containsExactly(event);
    }
  }

  /** A group that names types gets no others. */
  @Test
  default void aGroupGetsTheTypesThatItWants() throws Exception {
    Inbox history = new Inbox();
    try (EventChannel events = open("tested")) {
      events.subscribe(Interest.of("history", STOPPED), history);
      Event wanted = stopped("ada", 2);
      events.publish(List.of(started("ada", 1), wanted));

      assertThat(history.taken(1)).containsExactly(wanted);
    }
  }

  /** The level of a restricted event comes with it. */
  @Test
  default void restrictedEventsReachOnlyThoseWhoDeclareTheirLevel() throws Exception {
    Inbox anyone = new Inbox();
    Inbox second = new Inbox();
    Inbox third = new Inbox();
    List<Event> published =
        List.of(
            started("ada", 1).restrictedTo(3),
            started("ada", 2).restrictedTo(2),
            started("ada", 3));
    try (EventChannel events = open("tested")) {
      events.subscribe(Interest.of("anyone"), anyone);
      events.subscribe(Interest.of("second").upTo(2), second);
      events.subscribe(Interest.of("third", STARTED).upTo(3), third);
      events.publish(published);

      assertThat(anyone.taken(1)).isEqualTo(published.subList(2, 3));
      assertThat(second.taken(2)).isEqualTo(published.subList(1, 3));
      assertThat(third.taken(3)).isEqualTo(published);
    }
  }

  /** A group begins with its first subscription. */
  @Test
  default void whatWasPublishedBeforeTheFirstSubscriptionDoesNotCome() throws Exception {
    Inbox history = new Inbox();
    try (EventChannel events = open("tested")) {
      events.publish(started("ada", 1));
      events.subscribe(Interest.of("history"), history);
      Event later = started("ada", 2);
      events.publish(later);

      assertThat(history.taken(1)).containsExactly(later);
    }
  }

  /** The group stays. */
  @Test
  default void whatIsPublishedWhileNobodyIsSubscribedComesLater() throws Exception {
    Inbox history = new Inbox();
    try (EventChannel events = open("tested")) {
      Interest interest = Interest.of("history", STARTED);
      events.subscribe(interest, event -> {}).close();
      List<Event> missed = started("ada", 0, 5);
      events.publish(missed);
      events.subscribe(interest, history);

      assertThat(history.taken(5)).isEqualTo(missed);
    }
  }

  /** To nobody, and a later group of that name is a new one. */
  @Test
  default void whatAForgottenGroupDidNotGetDoesNotCome() throws Exception {
    Inbox history = new Inbox();
    try (EventChannel events = open("tested")) {
      events.subscribe(Interest.of("history"), event -> {}).close();
      events.publish(started("ada", 1));
      events.forget("history");
      events.forget("history");
      events.subscribe(Interest.of("history"), history);
      Event later = started("ada", 2);
      events.publish(later);

      assertThat(history.taken(1)).containsExactly(later);
    }
  }

  /** Closing a subscription again does nothing, to later ones either. */
  @Test
  default void aGroupHasOneSubscriptionAtATime() throws Exception {
    Inbox history = new Inbox();
    try (EventChannel events = open("tested")) {
      Interest interest = Interest.of("history");
      Subscription first = events.subscribe(interest, event -> {});
      assertThatIllegalStateException().isThrownBy(() -> events.subscribe(interest, history));
      assertThatIllegalStateException().isThrownBy(() -> events.forget("history"));
      first.close();
      events.subscribe(interest, history);
      first.close();
      events.publish(started("ada", 1));

      assertThat(history.taken(1)).hasSize(1);
    }
  }

  /** And closing again does nothing. */
  @Test
  default void aClosedChannelRefusesEverything() {
    EventChannel events = open("tested");
    events.subscribe(Interest.of("history"), event -> {});
    events.close();
    events.close();

    List<ThrowingCallable> calls =
        List.of(
            () -> events.publish(started("ada", 1)),
            () -> events.subscribe(Interest.of("history"), event -> {}),
            () -> events.deadLetters("history", 1),
            () -> events.replay("history", new UUID(1, 2)),
            () -> events.replayAll("history"),
            () -> events.forget("history"));
    for (ThrowingCallable call : calls) {
      assertThatIllegalStateException().isThrownBy(call);
    }
  }
}
