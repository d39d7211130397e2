package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;

/** A handler that remembers what it was given, and throws at what it is told to. */
final class Inbox implements EventChannel.Handler {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Event> asked = new ArrayList<>();
  private final List<Event> taken = new ArrayList<>();
  private Predicate<Event> bad = event -> false;

  /** Throws at these from now on. */
  synchronized void throwAt(Predicate<Event> events) {
    bad = events;
  }

  @Override
  public synchronized void handle(Event event) {
    asked.add(event);
    notifyAll();
    if (bad.test(event)) {
      throw new IllegalStateException("the shelf is full");
    }
    taken.add(event);
  }

  /** All that it was given, as often as it was given it. */
  synchronized List<Event> asked() {
    return List.copyOf(asked);
  }

  /** What it was given, when that is so many; less what it threw at. */
  synchronized List<Event> taken(int least) throws InterruptedException {
    await(taken, least);
    return List.copyOf(taken);
  }

  /** What it was given, when that is so many. */
  synchronized List<Event> asked(int least) throws InterruptedException {
    await(asked, least);
    return List.copyOf(asked);
  }

  private void await(List<Event> events, int least) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (events.size() < least) {
      long left = (end - System.nanoTime()) / 1_000_000;
      assertThat(left).as("patience with the %d of %d events", events.size(), least).isPositive();
      wait(left);
    }
  }
}
