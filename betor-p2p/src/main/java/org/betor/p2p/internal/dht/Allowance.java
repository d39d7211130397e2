package org.betor.p2p.internal.dht;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.betor.p2p.internal.loop.Timers;

/**
 * How many queries are answered, for one address and in all. An address in a datagram may be
 * anyone's, and what is sent there is unasked for.
 */
final class Allowance {
  static final int FOR_ALL = 1_000;
  static final int FOR_ONE = 100;
  private static final long WINDOW_NANOS = Duration.ofSeconds(5).toNanos();

  private final Timers timers;
  private final Map<InetAddress, Integer> used = new HashMap<>();
  private int usedByAll;
  private long windowStart;

  Allowance(Timers timers) {
    this.timers = timers;
    this.windowStart = timers.nanoTime();
  }

  /** Takes one answer from what is left, if that is enough. */
  boolean take(InetAddress from) {
    if (timers.nanoTime() - windowStart >= WINDOW_NANOS) {
      windowStart = timers.nanoTime();
      usedByAll = 0;
      used.clear();
    }
    if (usedByAll >= FOR_ALL || used.getOrDefault(from, 0) >= FOR_ONE) {
      return false;
    }
    usedByAll++;
    used.merge(from, 1, Integer::sum);
    return true;
  }
}
