package org.betor.events.internal.lane;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;

/**
 * The events of one subject that wait for the one before them. The queue is guarded by its {@link
 * Lanes}; what is known of the first is for the one thread that has it.
 */
final class Lane {
  private final String subject;
  private final Queue<Delivery> waiting = new ArrayDeque<>();
  private int failures;
  private String reason = "";

  Lane(String subject) {
    this.subject = subject;
  }

  String subject() {
    return subject;
  }

  void add(Delivery delivery) {
    waiting.add(delivery);
  }

  Delivery first() {
    return waiting.element();
  }

  /** The first is done with; whether there is another. */
  boolean next() {
    waiting.remove();
    failures = 0;
    return !waiting.isEmpty();
  }

  /** The handler has thrown; how often now. */
  int failed(String why) {
    reason = why;
    return ++failures;
  }

  int failures() {
    return failures;
  }

  DeadLetter letter(Event event, Instant now) {
    return new DeadLetter(event, failures, reason, now);
  }
}
