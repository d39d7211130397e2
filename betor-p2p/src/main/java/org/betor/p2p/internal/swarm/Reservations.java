package org.betor.p2p.internal.swarm;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.betor.api.spi.PieceOrder;
import org.betor.p2p.internal.loop.Timers;

/**
 * Pieces that come from elsewhere than from peers, each as a whole. Others leave them alone, unless
 * they are long in coming; who has such a piece first, wins. Used on the loop's thread only.
 */
public final class Reservations {
  private static final long LONG_NANOS = Duration.ofSeconds(5).toNanos();

  private final Download download;
  private final Pieces pieces;
  private final Picker picker;
  private final Room room;
  private final Timers timers;
  private final Map<Integer, Held> held = new HashMap<>();

  /** When peers were asked first for a piece that is begun. */
  private final Map<Integer, Long> begun = new HashMap<>();

  private PieceOrder order = PieceOrder.RAREST_FIRST;

  Reservations(Download download, Picker picker, Room room, Timers timers) {
    this.download = download;
    this.pieces = download.pieces();
    this.picker = picker;
    this.room = room;
    this.timers = timers;
  }

  /**
   * Takes missing pieces that follow one another, around the best one, or from it on if a reader
   * needs it soon: as many as have no more than so many bytes, but one if there is one. Once all
   * that is missing was asked for, they are pieces that others keep waiting, maybe reserved ones.
   *
   * @param willDo which pieces are of use, and not reserved by the one who asks
   */
  public Reserved reserve(IntPredicate willDo, long mostBytes) {
    if (pieces.isFinished()) {
      return Reserved.NOTHING;
    }
    Reserved free = take(piece -> isFree(piece) && willDo.test(piece), mostBytes);
    return free.isEmpty() ? take(piece -> isLate(piece) && willDo.test(piece), mostBytes) : free;
  }

  /** Whether a piece has not come from anywhere yet. */
  public boolean isMissing(int piece) {
    return pieces.isMissing(piece);
  }

  /** Whether a reader may wait at any moment for a piece. */
  public boolean isPressing(int piece) {
    return pieces.deadlines().isPressing(piece);
  }

  /** Whether there are such among those that will do, and nobody will have them soon. */
  public boolean arePressing(IntPredicate willDo) {
    return Arrays.stream(pieces.deadlines().order())
        .filter(piece -> isPressing(piece) && isLate(piece))
        .anyMatch(piece -> suits(piece, willDo));
  }

  /** Pieces behind the best one, then some before it, which come first, if nobody waits for it. */
  private Reserved take(IntPredicate willDo, long mostBytes) {
    int best = best(willDo);
    if (best < 0 || !take(best)) {
      return Reserved.NOTHING;
    }
    int first = best;
    int end = best + 1;
    long left = mostBytes - pieces.grid().length(best);
    while (end < pieces.grid().pieces() && join(end, left, willDo)) {
      left -= pieces.grid().length(end++);
    }
    int earliest = pieces.deadlines().isUrgent(best) ? best : 0;
    while (first > earliest && join(first - 1, left, willDo)) {
      left -= pieces.grid().length(--first);
    }
    return new Reserved(first, end);
  }

  private int best(IntPredicate willDo) {
    return Arrays.stream(pieces.deadlines().order())
        .filter(piece -> suits(piece, willDo))
        .findFirst()
        .orElseGet(() -> picker.next(willDo));
  }

  private boolean join(int piece, long left, IntPredicate willDo) {
    return pieces.grid().length(piece) <= left && suits(piece, willDo) && take(piece);
  }

  private boolean suits(int piece, IntPredicate willDo) {
    return pieces.isMissing(piece) && willDo.test(piece);
  }

  private boolean take(int piece) {
    boolean fits = room.take(pieces.grid().length(piece), held.isEmpty());
    if (fits) {
      held.put(piece, new Held(holders(piece) + 1, timers.nanoTime()));
    }
    return fits;
  }

  private int holders(int piece) {
    Held now = held.get(piece);
    return now == null ? 0 : now.holders();
  }

  /** Whether nobody is at a piece, or a reader waits for it and nobody will have it soon. */
  private boolean isFree(int piece) {
    boolean untouched = !begun.containsKey(piece) && !held.containsKey(piece);
    return isLate(piece) && (untouched || isPressing(piece));
  }

  /** Whether nobody else will have a piece soon. */
  private boolean isLate(int piece) {
    Long asked = begun.get(piece);
    return !isFresh(piece) && !download.isLanding(piece) && (asked == null || isLongAgo(asked));
  }

  private boolean isLongAgo(long nanoTime) {
    return timers.nanoTime() - nanoTime > LONG_NANOS;
  }

  /** Peers are asked for a piece from now on. */
  void begun(int piece) {
    begun.put(piece, timers.nanoTime());
  }

  /** Peers are not asked for a piece any more. */
  void over(int piece) {
    begun.remove(piece);
  }

  /**
   * A reserved piece came. It is compared with its hash like any other; one that nobody needs any
   * more is left.
   *
   * @param corrupt runs if it is not the torrent's
   */
  public void deliver(int piece, byte[][] blocks, Runnable corrupt) {
    if (!letGo(piece)) {
      return;
    }
    if (pieces.isMissing(piece) && !download.isLanding(piece)) {
      download.land(piece, blocks, corrupt);
    } else {
      room.giveBack(pieces.grid().length(piece));
    }
  }

  /** A reserved piece does not come. */
  public void giveBack(int piece) {
    if (letGo(piece)) {
      room.giveBack(pieces.grid().length(piece));
    }
  }

  /** Whether it was reserved. */
  private boolean letGo(int piece) {
    Held now = held.get(piece);
    if (now != null && now.holders() > 1) {
      held.put(piece, new Held(now.holders() - 1, now.since()));
    } else {
      held.remove(piece);
    }
    return now != null;
  }

  void order(PieceOrder changed) {
    order = changed;
  }

  /** Whether peers better fetch other pieces; in order, what comes late must not be waited for. */
  boolean keeps(int piece) {
    return order == PieceOrder.SEQUENTIAL ? isFresh(piece) : held.containsKey(piece);
  }

  /** Whether a piece is still expected to come in good time. */
  boolean isFresh(int piece) {
    Held now = held.get(piece);
    return now != null && !isLongAgo(now.since());
  }

  /** Forgets all. */
  void end() {
    held.forEach((piece, now) -> room.giveBack((long) now.holders() * pieces.grid().length(piece)));
    held.clear();
    begun.clear();
  }

  /**
   * How many have reserved a piece, one at least.
   *
   * @param since when the last of them did
   */
  private record Held(int holders, long since) {}

  /**
   * Pieces that follow one another.
   *
   * @param first the first
   * @param end behind the last; as the first if there is none
   */
  public record Reserved(int first, int end) {
    static final Reserved NOTHING = new Reserved(0, 0);

    /** Whether there is none. */
    public boolean isEmpty() {
      return first == end;
    }
  }
}
