package org.betor.p2p.internal.dht;

import java.time.Duration;
import org.betor.p2p.internal.loop.Timers;

/** A node that has answered us, and what is known of its health. */
final class Contact {
  private static final long GOOD_FOR_NANOS = Duration.ofMinutes(15).toNanos();
  private static final int MAX_FAILURES = 3;

  private final Node node;
  private final Timers timers;
  private long heardAt;
  private int failures;
  private boolean doubted;

  Contact(Node node, Timers timers) {
    this.node = node;
    this.timers = timers;
    heard();
  }

  Node node() {
    return node;
  }

  void heard() {
    heardAt = timers.nanoTime();
    failures = 0;
    doubted = false;
  }

  void failed() {
    failures++;
    doubted = false;
  }

  boolean isLost() {
    return failures >= MAX_FAILURES;
  }

  boolean isGood() {
    return failures == 0 && timers.nanoTime() - heardAt < GOOD_FOR_NANOS;
  }

  /** Whether it should be asked whether it is still there. */
  boolean isDoubtful() {
    return !isGood() && !doubted;
  }

  /** It is being asked. */
  void doubt() {
    doubted = true;
  }
}
