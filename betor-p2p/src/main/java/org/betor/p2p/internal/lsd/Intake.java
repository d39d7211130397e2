package org.betor.p2p.internal.lsd;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.betor.p2p.internal.loop.Timers;

/** How many datagrams are read, of one address and in all; the rest is not looked at. */
final class Intake {
  static final int OF_ONE = 100;
  static final int OF_ALL = 500;
  static final Duration WINDOW = Duration.ofSeconds(10);

  private final Timers timers;
  private final Map<InetAddress, Integer> read = new HashMap<>();
  private int readOfAll;
  private long windowStart;

  Intake(Timers timers) {
    this.timers = timers;
    this.windowStart = timers.nanoTime();
  }

  /** Whether one more may be read, which is counted. */
  boolean admits(InetAddress from) {
    if (timers.nanoTime() - windowStart >= WINDOW.toNanos()) {
      windowStart = timers.nanoTime();
      readOfAll = 0;
      read.clear();
    }
    if (!isOfALocalNetwork(from) || readOfAll >= OF_ALL || read.getOrDefault(from, 0) >= OF_ONE) {
      return false;
    }
    readOfAll++;
    read.merge(from, 1, Integer::sum);
    return true;
  }

  /** Whoever is elsewhere has no business at this port. */
  private static boolean isOfALocalNetwork(InetAddress from) {
    return from.isSiteLocalAddress() || from.isLinkLocalAddress() || from.isLoopbackAddress();
  }
}
