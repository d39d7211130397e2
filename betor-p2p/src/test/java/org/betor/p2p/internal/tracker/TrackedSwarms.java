package org.betor.p2p.internal.tracker;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.model.InfoHash;

/** Who shares what, as a tracker keeps it. Safe for use by several threads. */
final class TrackedSwarms {
  private final Map<InfoHash, Map<InetSocketAddress, Boolean>> swarms = new LinkedHashMap<>();
  private final Map<InfoHash, Integer> downloads = new LinkedHashMap<>();

  synchronized void put(InfoHash infoHash, InetSocketAddress peer, boolean seeder) {
    swarms.computeIfAbsent(infoHash, hash -> new LinkedHashMap<>()).put(peer, seeder);
  }

  synchronized void remove(InfoHash infoHash, InetSocketAddress peer) {
    swarms.computeIfAbsent(infoHash, hash -> new LinkedHashMap<>()).remove(peer);
  }

  synchronized void downloaded(InfoHash infoHash) {
    downloads.merge(infoHash, 1, Integer::sum);
  }

  synchronized boolean knows(InfoHash infoHash) {
    return swarms.containsKey(infoHash);
  }

  synchronized List<InetSocketAddress> peers(InfoHash infoHash) {
    return new ArrayList<>(swarms.getOrDefault(infoHash, Map.of()).keySet());
  }

  synchronized int seeders(InfoHash infoHash) {
    return (int) swarms.getOrDefault(infoHash, Map.of()).values().stream().filter(s -> s).count();
  }

  synchronized int leechers(InfoHash infoHash) {
    return peers(infoHash).size() - seeders(infoHash);
  }

  synchronized int downloads(InfoHash infoHash) {
    return downloads.getOrDefault(infoHash, 0);
  }
}
