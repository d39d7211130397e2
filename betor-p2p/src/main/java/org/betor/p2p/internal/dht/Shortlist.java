package org.betor.p2p.internal.dht;

import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The nodes that a lookup has heard of, nearest first; the farthest are forgotten. */
final class Shortlist {
  private static final int MAX_CANDIDATES = 128;

  private final Id target;
  private final Reach reach;
  private final NavigableMap<BigInteger, Candidate> byDistance = new TreeMap<>();

  Shortlist(Id target, Reach reach) {
    this.target = target;
    this.reach = reach;
  }

  void add(Node node) {
    BigInteger distance = node.id().distance(target);
    if (reach.admits(node.address())
        && !byDistance.containsKey(distance)
        && hasPlaceFor(node.address())) {
      byDistance.put(distance, new Candidate(node));
      if (byDistance.size() > MAX_CANDIDATES) {
        byDistance.pollLastEntry();
      }
    }
  }

  /** As many as keep one torrent's peers, without those that did not answer. */
  List<Candidate> nearest() {
    return byDistance.values().stream()
        .filter(candidate -> !candidate.is(Candidate.State.LOST))
        .limit(Table.WIDTH)
        .toList();
  }

  private boolean hasPlaceFor(InetSocketAddress address) {
    return byDistance.values().stream()
            .map(candidate -> candidate.node().address().getAddress())
            .filter(address.getAddress()::equals)
            .count()
        < reach.placesForOneIp();
  }
}
