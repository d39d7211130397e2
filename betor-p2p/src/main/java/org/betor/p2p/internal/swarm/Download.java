package org.betor.p2p.internal.swarm;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.betor.api.spi.PieceOrder;
import org.betor.p2p.internal.disk.PieceStore;
import org.betor.p2p.internal.loop.Timers;
import org.betor.p2p.internal.wire.BlockRequest;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the missing pieces of a torrent: what is urgent first, then begun pieces, then the
 * picker's choice; at the very end, what slow peers were asked for is asked of others too.
 */
final class Download {
  private static final long KEPT_BACK_NANOS = Duration.ofMillis(250).toNanos();

  private final Pieces pieces;
  private final Deadlines deadlines;
  private final PieceStore store;
  private final Picker picker;
  private final Room room;
  private final Events events;
  private final Blame blame = new Blame();
  private final Map<Integer, Partial> partials = new LinkedHashMap<>();

  /** Pieces whose blocks are all here, and which are on their way to the disk. */
  private final Set<Integer> landing = new HashSet<>();

  private final Reservations reservations;
  private boolean shortOfRoom;

  Download(Pieces pieces, PieceStore store, Timers timers, long seed, Room room, Events events) {
    this.pieces = pieces;
    this.deadlines = pieces.deadlines();
    this.store = store;
    this.picker = new Picker(pieces, timers, seed);
    this.room = room;
    this.events = events;
    this.reservations = new Reservations(this, picker, room, timers);
  }

  Reservations reservations() {
    return reservations;
  }

  Pieces pieces() {
    return pieces;
  }

  PieceStore store() {
    return store;
  }

  double availability() {
    return picker.availability();
  }

  void order(PieceOrder order) {
    picker.order(order);
    reservations.order(order);
  }

  /** What is wanted changed. */
  void wantedChanged() {
    picker.rankAnew();
  }

  void peerHas(int piece) {
    picker.peerHas(piece);
  }

  void peerHas(BitSet many) {
    picker.peerHas(many);
  }

  void peerGone(BitSet many) {
    picker.peerGone(many);
  }

  /** Blocks to be asked of a peer, at most so many. */
  List<BlockRequest> pick(Peer peer, int most) {
    List<BlockRequest> requests = new ArrayList<>();
    pickUrgent(peer, most, requests);
    for (Partial partial : partials.values()) {
      if (requests.size() < most && suits(partial, peer)) {
        partial.ask(peer, most - requests.size(), requests);
      }
    }
    Partial fresh;
    while (requests.size() < most && (fresh = begin(peer)) != null) {
      fresh.ask(peer, most - requests.size(), requests);
    }
    return requests;
  }

  private void pickUrgent(Peer peer, int most, List<BlockRequest> requests) {
    for (int piece : deadlines.order()) {
      if (requests.size() >= most) {
        return;
      }
      Partial partial = isToCome(piece, peer) ? begunOrBegin(piece) : null;
      if (partial != null && blame.mayHelp(peer, partial)) {
        partial.ask(peer, most - requests.size(), requests);
        if (deadlines.isPressing(piece)) {
          partial.askAgain(peer, most - requests.size(), asked -> keepBack(asked, peer), requests);
        }
      }
    }
  }

  private boolean isToCome(int piece, Peer peer) {
    boolean comesOtherwise = reservations.isFresh(piece) && !deadlines.isPressing(piece);
    return pieces.isMissing(piece) && peer.has(piece) && !isLanding(piece) && !comesOtherwise;
  }

  private @Nullable Partial begunOrBegin(int piece) {
    Partial begun = partials.get(piece);
    boolean first = begun == null && partials.keySet().stream().noneMatch(deadlines::isUrgent);
    return begun == null && takeRoom(pieces.grid().length(piece), first) ? begin(piece) : begun;
  }

  /** Whether all of those would send a block much later than another would. */
  private static boolean keepBack(List<Peer> asked, Peer other) {
    long nanos = other.requests().nanosLeft() + KEPT_BACK_NANOS;
    return asked.stream().allMatch(peer -> peer.requests().nanosLeft() > nanos);
  }

  /** Whether a peer could be asked for something urgent that nobody is asked for. */
  boolean hasUrgent(Peer peer) {
    return Arrays.stream(deadlines.order())
        .filter(piece -> isToCome(piece, peer))
        .mapToObj(partials::get)
        .anyMatch(partial -> partial == null || suits(partial, peer));
  }

  Deadlines deadlines() {
    return deadlines;
  }

  /** Blocks that others were asked for and a peer without anything to do may send sooner. */
  List<BlockRequest> pickAgain(Peer peer, int most) {
    List<BlockRequest> requests = new ArrayList<>();
    if (shortOfRoom) {
      return requests;
    }
    for (Partial partial : partials.values()) {
      if (requests.size() < most && peer.has(partial.piece()) && blame.mayHelp(peer, partial)) {
        partial.askAgain(peer, most - requests.size(), requests);
      }
    }
    return requests;
  }

  private boolean suits(Partial partial, Peer peer) {
    return partial.hasUnasked()
        && peer.has(partial.piece())
        && pieces.isMissing(partial.piece())
        && blame.mayHelp(peer, partial);
  }

  private @Nullable Partial begin(Peer peer) {
    int piece = next(each -> peer.has(each) && !reservations.keeps(each));
    if (piece < 0) {
      piece = next(each -> peer.has(each) && !reservations.isFresh(each));
    }
    shortOfRoom = piece >= 0 && !takeRoom(pieces.grid().length(piece), partials.isEmpty());
    return piece < 0 || shortOfRoom ? null : begin(piece);
  }

  private Partial begin(int piece) {
    Partial partial = new Partial(pieces.grid(), piece);
    partials.put(piece, partial);
    reservations.begun(piece);
    return partial;
  }

  private int next(IntPredicate willDo) {
    return picker.next(
        each -> willDo.test(each) && !partials.containsKey(each) && !isLanding(each));
  }

  /** Whether a piece is on its way to the disk. */
  boolean isLanding(int piece) {
    return landing.contains(piece);
  }

  private boolean takeRoom(int bytes, boolean first) {
    boolean taken = room.take(bytes, first);
    while (!taken && dropIdle(1)) {
      taken = room.take(bytes, first);
    }
    return taken;
  }

  /** A peer will not send what it was asked for, or is too slow. */
  void release(Peer peer, BlockRequest request) {
    Partial partial = partials.get(request.piece());
    if (partial != null) {
      partial.release(peer, request);
    }
  }

  /**
   * A block came that was asked for.
   *
   * @return whom else it was asked of
   */
  List<Peer> received(Peer peer, BlockRequest request, byte[] content) {
    Partial partial = partials.get(request.piece());
    if (partial == null || partial.has(request)) {
      events.wasted(content.length);
      return List.of();
    }
    List<Peer> others = partial.received(peer, request, content);
    if (partial.isWhole()) {
      land(partial);
    }
    return others;
  }

  private void land(Partial partial) {
    forget(partial);
    keep(partial.piece(), partial.blocks(), () -> blame.bad(partial).ifPresent(events::lied));
  }

  /** A piece that room was taken for came from elsewhere than from peers. */
  void land(int piece, byte[][] blocks, Runnable corrupt) {
    Partial begun = partials.get(piece);
    if (begun != null) {
      begun.eachAwaited((peer, block) -> peer.requests().cancel(block));
      drop(List.of(begun));
    }
    keep(piece, blocks, corrupt);
  }

  private void keep(int piece, byte[][] blocks, Runnable corrupt) {
    landing.add(piece);
    store.keep(
        piece,
        blocks,
        new PieceStore.Kept() {
          @Override
          public void verified() {
            landed(piece);
            pieces.gained(piece);
            blame.good(piece, blocks).forEach(events::lied);
            events.gained(piece);
          }

          @Override
          public void corrupt() {
            landed(piece);
            corrupt.run();
            events.wasted(pieces.grid().length(piece));
          }

          @Override
          public void failed(IOException cause) {
            landed(piece);
            events.failed(cause);
          }
        });
  }

  private void landed(int piece) {
    landing.remove(piece);
    room.giveBack(pieces.grid().length(piece));
  }

  /**
   * Forgets begun pieces that nobody is asked for and nobody may go on with; those that nobody is
   * there to go on with only if others need the room.
   */
  void dropUseless(boolean nobodyIsThere) {
    if (nobodyIsThere && room.isShort()) {
      dropIdle(Integer.MAX_VALUE);
    }
    drop(
        partials.values().stream()
            .filter(partial -> !partial.isAwaited())
            .filter(partial -> !pieces.isMissing(partial.piece()) || blame.suspects(partial))
            .toList());
  }

  /** Forgets some begun pieces that nobody is asked for, urgent ones last, the oldest first. */
  private boolean dropIdle(int most) {
    List<Partial> idle =
        partials.values().stream()
            .filter(partial -> !partial.isAwaited())
            .sorted(Comparator.comparing(partial -> deadlines.isUrgent(partial.piece())))
            .limit(most)
            .toList();
    drop(idle);
    return !idle.isEmpty();
  }

  private void drop(List<Partial> useless) {
    for (Partial partial : useless) {
      forget(partial);
      room.giveBack(partial.length());
      events.wasted(partial.length());
    }
  }

  private void forget(Partial partial) {
    partials.remove(partial.piece());
    reservations.over(partial.piece());
  }

  /** Forgets what is on its way, save what goes to the disk already. */
  void end() {
    partials.values().forEach(partial -> room.giveBack(partial.length()));
    partials.clear();
    reservations.end();
  }

  /** Whether pieces are on their way to the disk. */
  boolean isLanding() {
    return !landing.isEmpty();
  }

  /** What others have to know. */
  interface Events {

    /** A piece is on disk and verified. */
    void gained(int piece);

    /** A peer sent what is not the torrent's. */
    void lied(Peer peer);

    /** Bytes came that are of no use. */
    void wasted(long bytes);

    /** The disk takes no more. */
    void failed(IOException cause);
  }
}
