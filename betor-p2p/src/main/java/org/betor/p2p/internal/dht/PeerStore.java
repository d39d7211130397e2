package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.betor.p2p.internal.loop.Timers;

/** The peers that others have us keep: of those torrents that were announced last. */
final class PeerStore {
  static final int MAX_TORRENTS = 2_000;

  private final Reach reach;
  private final Timers timers;
  private final RandomGenerator random;
  private final Map<Id, StoredPeers> torrents = new LinkedHashMap<>();

  PeerStore(Reach reach, Timers timers, RandomGenerator random) {
    this.reach = reach;
    this.timers = timers;
    this.random = random;
  }

  void add(Id torrent, InetSocketAddress peer) {
    StoredPeers known = torrents.remove(torrent);
    StoredPeers peers = known == null ? new StoredPeers(timers) : known;
    peers.add(peer, reach.placesForOneIp());
    torrents.put(torrent, peers);
    if (torrents.size() > MAX_TORRENTS) {
      Iterator<Id> oldest = torrents.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Some of a torrent's peers, few enough for one datagram. */
  List<InetSocketAddress> some(Id torrent) {
    StoredPeers peers = torrents.get(torrent);
    return peers == null ? List.of() : peers.some(random);
  }

  /** Forgets those that were not announced again. */
  void expire() {
    torrents.values().removeIf(StoredPeers::expire);
  }
}
