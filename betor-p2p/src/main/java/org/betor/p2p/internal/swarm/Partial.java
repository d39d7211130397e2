package org.betor.p2p.internal.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.betor.p2p.internal.disk.PieceGrid;
import org.betor.p2p.internal.wire.BlockRequest;

/** A piece that is on its way: what came of it, and who was asked for the rest. */
final class Partial {
  private static final int MOST_ASKED = 5;

  private final PieceGrid grid;
  private final int piece;
  private final byte[][] blocks;
  private final Peer[] givers;
  private final List<List<Peer>> asked;
  private int missing;
  private int unasked;

  Partial(PieceGrid grid, int piece) {
    this.grid = grid;
    this.piece = piece;
    int count = grid.blocks(piece);
    this.blocks = new byte[count][];
    this.givers = new Peer[count];
    this.asked = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      asked.add(List.of());
    }
    this.missing = count;
    this.unasked = count;
  }

  int piece() {
    return piece;
  }

  int length() {
    return grid.length(piece);
  }

  boolean isWhole() {
    return missing == 0;
  }

  /** Whether there are blocks that nobody was asked for. */
  boolean hasUnasked() {
    return unasked > 0;
  }

  /** Whether somebody is asked for something. */
  boolean isAwaited() {
    return unasked < missing;
  }

  /** Whether nobody else gave a block, or is asked for one. */
  boolean isLeftTo(Peer peer) {
    for (int i = 0; i < blocks.length; i++) {
      boolean othersGave = blocks[i] != null && givers[i] != peer;
      if (othersGave || asked.get(i).stream().anyMatch(other -> other != peer)) {
        return false;
      }
    }
    return true;
  }

  /** Asks a peer for blocks that nobody was asked for, at most so many. */
  void ask(Peer peer, int most, List<BlockRequest> requests) {
    int end = requests.size() + most;
    for (int i = 0; i < blocks.length && unasked > 0 && requests.size() < end; i++) {
      if (blocks[i] == null && asked.get(i).isEmpty()) {
        asked.set(i, List.of(peer));
        unasked--;
        requests.add(grid.block(piece, i));
      }
    }
  }

  /** Asks one peer more for blocks that others were asked for, at most so many. */
  void askAgain(Peer peer, int most, List<BlockRequest> requests) {
    askAgain(peer, most, asked -> sending(asked) < 2, requests);
  }

  /** Asks one peer more for blocks that others keep back, at most so many. */
  void askAgain(Peer peer, int most, Predicate<List<Peer>> keptBack, List<BlockRequest> requests) {
    int end = requests.size() + most;
    for (int i = 0; i < blocks.length && requests.size() < end; i++) {
      List<Peer> peers = asked.get(i);
      boolean bounded = !peers.isEmpty() && peers.size() < MOST_ASKED && !peers.contains(peer);
      if (blocks[i] == null && bounded && keptBack.test(peers)) {
        asked.set(i, Stream.concat(peers.stream(), Stream.of(peer)).toList());
        requests.add(grid.block(piece, i));
      }
    }
  }

  /** Of two peers that send at all, one will; those that never sent anything do not count. */
  private static long sending(List<Peer> asked) {
    return asked.stream().filter(peer -> peer.down().total() > 0).count();
  }

  /** A peer will not send a block, or is too slow. */
  void release(Peer peer, BlockRequest request) {
    int block = index(request);
    List<Peer> peers = asked.get(block);
    if (peers.contains(peer)) {
      List<Peer> others = peers.stream().filter(other -> other != peer).toList();
      asked.set(block, others);
      unasked += others.isEmpty() && blocks[block] == null ? 1 : 0;
    }
  }

  /**
   * A block came.
   *
   * @return whom else it was asked of; all others, if it was here already
   */
  List<Peer> received(Peer peer, BlockRequest request, byte[] content) {
    int block = index(request);
    List<Peer> others = asked.get(block).stream().filter(other -> other != peer).toList();
    if (blocks[block] == null) {
      unasked -= asked.get(block).isEmpty() ? 1 : 0;
      blocks[block] = content;
      givers[block] = peer;
      missing--;
    }
    asked.set(block, List.of());
    return others;
  }

  /** Who is asked for which blocks that did not come. */
  void eachAwaited(BiConsumer<Peer, BlockRequest> each) {
    for (int i = 0; i < blocks.length; i++) {
      BlockRequest block = grid.block(piece, i);
      asked.get(i).forEach(peer -> each.accept(peer, block));
    }
  }

  boolean has(BlockRequest request) {
    return blocks[index(request)] != null;
  }

  /** The content, block by block. */
  byte[][] blocks() {
    return blocks;
  }

  /** Who gave each block. */
  Peer[] givers() {
    return givers;
  }

  private static int index(BlockRequest request) {
    return request.offset() / BlockRequest.BLOCK_BYTES;
  }
}
