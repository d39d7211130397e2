package org.betor.p2p.internal.swarm;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.betor.api.spi.PieceOrder;
import org.betor.p2p.internal.loop.Timers;

/**
 * Says which piece comes next: the higher priority first, then the rarer one, or the earlier one.
 * Equally good ones come in an order that differs from client to client, so that a swarm's members
 * fetch different pieces.
 */
final class Picker {
  private static final int PIECE_BITS = 21;
  private static final int RANDOM_BITS = 20;
  private static final int MAX_RARITY = (1 << 20) - 1;
  private static final long MIN_AGE_NANOS = Duration.ofMillis(500).toNanos();

  /** An order is good for so many times as long as it took to make. */
  private static final int AGE_FOR_COST = 20;

  private final Pieces pieces;
  private final Timers timers;
  private final long seed;
  private final int[] availability;

  /** How many pieces are here so many times, by that number. */
  private int[] having = new int[16];

  private PieceOrder order = PieceOrder.RAREST_FIRST;
  private int[] ranked = {};
  private int first;
  private boolean stale = true;
  private long rankedAt;
  private long rankingCost;

  Picker(Pieces pieces, Timers timers, long seed) {
    this.pieces = pieces;
    this.timers = timers;
    this.seed = seed;
    this.availability = new int[pieces.grid().pieces()];
    this.having[0] = availability.length;
  }

  void order(PieceOrder order) {
    this.order = order;
    rankAnew();
  }

  /** What is wanted changed. */
  void rankAnew() {
    ranked = new int[0];
    stale = true;
  }

  void peerHas(int piece) {
    count(piece, 1);
  }

  void peerHas(BitSet many) {
    many.stream().forEach(this::peerHas);
  }

  void peerGone(BitSet many) {
    many.stream().forEach(piece -> count(piece, -1));
  }

  private void count(int piece, int more) {
    having[availability[piece]]--;
    availability[piece] += more;
    if (availability[piece] == having.length) {
      having = Arrays.copyOf(having, 2 * having.length);
    }
    having[availability[piece]]++;
    stale = true;
  }

  /** The best missing piece that will do; -1 if there is none. */
  int next(IntPredicate willDo) {
    if (stale && (ranked.length == 0 || timers.nanoTime() - rankedAt > minAge())) {
      rank();
    }
    return search(willDo);
  }

  private int search(IntPredicate willDo) {
    while (first < ranked.length && !pieces.isMissing(ranked[first])) {
      first++;
    }
    for (int i = first; i < ranked.length; i++) {
      if (pieces.isMissing(ranked[i]) && willDo.test(ranked[i])) {
        return ranked[i];
      }
    }
    return -1;
  }

  private long minAge() {
    return Math.max(MIN_AGE_NANOS, AGE_FOR_COST * rankingCost);
  }

  private void rank() {
    long start = timers.nanoTime();
    long[] keys = new long[availability.length];
    int count = 0;
    for (int piece = 0; piece < keys.length; piece++) {
      if (pieces.isMissing(piece)) {
        keys[count++] = key(piece);
      }
    }
    Arrays.sort(keys, 0, count);
    ranked = new int[count];
    for (int i = 0; i < count; i++) {
      ranked[i] = (int) (keys[i] & ((1 << PIECE_BITS) - 1));
    }
    first = 0;
    stale = false;
    rankedAt = timers.nanoTime();
    rankingCost = rankedAt - start;
  }

  private long key(int piece) {
    long key = 3L - pieces.priority(piece);
    if (order == PieceOrder.RAREST_FIRST) {
      key = key << 20 | Math.min(availability[piece], MAX_RARITY);
      key = key << RANDOM_BITS | mix(piece) >>> (Long.SIZE - RANDOM_BITS);
    }
    return key << PIECE_BITS | piece;
  }

  private long mix(int piece) {
    return (piece + seed) * 0x9E3779B97F4A7C15L;
  }

  /** How many whole copies the peers hold, and which part of one more; see the snapshot. */
  double availability() {
    int rarest = 0;
    while (having[rarest] == 0) {
      rarest++;
    }
    return rarest + 1 - (double) having[rarest] / availability.length;
  }
}
