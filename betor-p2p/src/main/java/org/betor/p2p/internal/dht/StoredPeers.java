package org.betor.p2p.internal.dht;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.betor.p2p.internal.loop.Timers;

/** One torrent's peers, each kept for half an hour after it was announced. */
final class StoredPeers {
  static final int MAX_PEERS = 100;
  static final int MAX_IN_AN_ANSWER = 50;
  private static final long KEPT_NANOS = Duration.ofMinutes(30).toNanos();

  private final Timers timers;
  private final Map<InetSocketAddress, Long> announcedAt = new LinkedHashMap<>();

  StoredPeers(Timers timers) {
    this.timers = timers;
  }

  void add(InetSocketAddress peer, int placesForOneIp) {
    announcedAt.remove(peer);
    List<InetSocketAddress> sameIp = at(peer.getAddress());
    if (sameIp.size() >= placesForOneIp) {
      announcedAt.remove(sameIp.get(0));
    } else if (announcedAt.size() >= MAX_PEERS) {
      announcedAt.remove(announcedAt.keySet().iterator().next());
    }
    announcedAt.put(peer, timers.nanoTime());
  }

  List<InetSocketAddress> some(RandomGenerator random) {
    List<InetSocketAddress> some = new ArrayList<>(announcedAt.keySet());
    int count = Math.min(MAX_IN_AN_ANSWER, some.size());
    for (int i = 0; i < count; i++) {
      Collections.swap(some, i, random.nextInt(i, some.size()));
    }
    return List.copyOf(some.subList(0, count));
  }

  /**
   * Forgets the old.
   *
   * @return whether none is left
   */
  boolean expire() {
    announcedAt.values().removeIf(at -> timers.nanoTime() - at >= KEPT_NANOS);
    return announcedAt.isEmpty();
  }

  private List<InetSocketAddress> at(InetAddress ip) {
    return announcedAt.keySet().stream().filter(peer -> peer.getAddress().equals(ip)).toList();
  }
}
