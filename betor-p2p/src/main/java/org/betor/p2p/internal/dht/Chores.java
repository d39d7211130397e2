package org.betor.p2p.internal.dht;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.betor.p2p.internal.loop.Timers;

/** What is done again and again. */
final class Chores {
  private final Timers timers;
  private final Map<Runnable, Timers.Timer> next = new HashMap<>();

  Chores(Timers timers) {
    this.timers = timers;
  }

  /** First when the period is over for the first time. */
  void every(Duration period, Runnable chore) {
    Runnable again =
        () -> {
          every(period, chore);
          chore.run();
        };
    next.put(chore, timers.after(period, again));
  }

  void stop() {
    next.values().forEach(Timers.Timer::cancel);
    next.clear();
  }
}
