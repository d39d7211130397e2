package org.betor.p2p.internal.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Chooses whom to serve: those that give us most, or, once we have all, those that take most; and
 * one that is drawn by lot, so that newcomers get a chance.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0003.html">BEP 3, choking</a>
 */
final class Choker {
  private static final long EVERY_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long LOT_EVERY_NANOS = Duration.ofSeconds(30).toNanos();

  private final int slots;
  private final RandomGenerator random;
  private long choseAt;
  private long drewAt;
  private @Nullable Peer drawn;

  /** Serves so many, of whom one is drawn by lot. */
  Choker(int slots, RandomGenerator random, long now) {
    this.slots = slots;
    this.random = random;
    this.choseAt = now;
    this.drewAt = now - LOT_EVERY_NANOS;
  }

  /** A second is over. */
  void tick(Collection<Peer> peers, boolean finished, long now) {
    if (now - choseAt >= EVERY_NANOS) {
      choose(peers, finished, now);
    }
  }

  /** A peer became interested or not: while there are free slots, it gets one at once. */
  void interestChanged(Peer peer, Collection<Peer> peers) {
    long served = peers.stream().filter(each -> !each.serving().isChoking()).count();
    boolean wants = peer.serving().isInterested();
    if (wants && served < slots) {
      peer.serving().choke(false);
    }
    if (!wants) {
      peer.serving().choke(true);
    }
  }

  private void choose(Collection<Peer> peers, boolean finished, long now) {
    choseAt = now;
    List<Peer> interested =
        new ArrayList<>(peers.stream().filter(peer -> peer.serving().isInterested()).toList());
    interested.sort(
        Comparator.comparingLong(
                (Peer peer) -> finished ? peer.up().perSecond() : peer.down().perSecond())
            .reversed());
    Set<Peer> served = new HashSet<>(interested.subList(0, Math.min(slots - 1, interested.size())));
    interested.removeAll(served);
    drawLot(interested, now);
    if (drawn != null) {
      served.add(drawn);
    }
    peers.forEach(peer -> peer.serving().choke(!served.contains(peer)));
  }

  private void drawLot(List<Peer> others, long now) {
    boolean due = now - drewAt >= LOT_EVERY_NANOS || !others.contains(drawn);
    if (due) {
      drewAt = now;
      drawn = others.isEmpty() ? null : others.get(random.nextInt(others.size()));
    }
  }
}
