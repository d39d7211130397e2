package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.testkit.InventedEvents.started;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.Interest;
import org.junit.jupiter.api.Test;

/** In which order events come: a part of {@link EventChannelContract}. */
public interface EventOrder extends EventChannelUnderTest {

  /** Whatever a handler throws at once; in one list, or one by one. */
  @Test
  default void eventsOfOneSubjectKeepTheirOrder() throws Exception {
    Inbox history = new Inbox();
    Set<Event> seen = new HashSet<>();
    history.throwAt(event -> event.json().contains("7") && seen.add(event));
    try (EventChannel events = open("tested")) {
      events.subscribe(Interest.of("history"), history);
      List<Event> ada = started("ada", 0, 40);
      List<Event> ben = started("ben", 0, 40);
      events.publish(Stream.concat(ada.stream(), ben.stream()).toList());
      List<Event> more = started("ada", 40, 50);
      more.forEach(events::publish);

      List<Event> taken = history.taken(90);
      assertThat(taken).filteredOn(event -> event.subject().equals("ben")).isEqualTo(ben);
      assertThat(taken)
          .filteredOn(event -> event.subject().equals("ada"))
          .isEqualTo(Stream.concat(ada.stream(), more.stream()).toList());
    }
  }

  /** And those of its own subject wait. */
  @Test
  default void otherSubjectsGoOnBesideOneThatIsStuck() throws Exception {
    Inbox history = new Inbox();
    Inbox stuck = new Inbox();
    Object gate = new Object();
    boolean[] open = {false};
    try (EventChannel events = open("tested")) {
      events.subscribe(
          Interest.of("history"),
          event -> {
            if (event.subject().equals("ada")) {
              stuck.handle(event);
              synchronized (gate) {
                while (!open[0]) {
                  gate.wait();
                }
              }
            }
            history.handle(event);
          });
      events.publish(started("ada", 0, 2));
      stuck.asked(1);
      events.publish(started("ben", 0, 20));

      assertThat(history.taken(20)).allMatch(event -> event.subject().equals("ben"));
      assertThat(stuck.asked()).hasSize(1);
      synchronized (gate) {
        open[0] = true;
        gate.notifyAll();
      }
      assertThat(history.taken(22)).hasSize(22);
    }
  }

  /** Nobody's event is lost. */
  @Test
  default void severalThreadsPublish() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Inbox history = new Inbox();
    try (EventChannel events = open("tested")) {
      events.subscribe(Interest.of("history"), history);
      List<Callable<List<Event>>> work = new ArrayList<>();
      for (String who : List.of("ada", "ben", "cleo", "dan")) {
        work.add(
            () -> {
              List<Event> all = started(who, 0, 25);
              all.forEach(events::publish);
              return all;
            });
      }
      List<Event> published = new ArrayList<>();
      for (Future<List<Event>> done : threads.invokeAll(work)) {
        published.addAll(done.get());
      }

      assertThat(history.taken(100)).containsExactlyInAnyOrderElementsOf(published);
    } finally {
      threads.shutdownNow();
    }
  }
}
