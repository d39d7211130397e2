package org.betor.p2p.internal.webseed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.betor.p2p.internal.disk.PieceGrid;
import org.betor.p2p.internal.swarm.Reservations.Reserved;
import org.betor.p2p.internal.wire.BlockRequest;

/**
 * The bytes of pieces that follow one another. Padding is there from the start, as zeros. Used by
 * one thread after another.
 */
final class Run {
  private static final byte[][] NOTHING = {};

  private final PieceGrid grid;
  private final Reserved pieces;

  /** The blocks of each piece; none before the first byte of a piece comes. */
  private final byte[][][] content;

  Run(PieceGrid grid, Reserved pieces) {
    this.grid = grid;
    this.pieces = pieces;
    this.content = new byte[pieces.end() - pieces.first()][][];
    Arrays.fill(content, NOTHING);
  }

  Reserved pieces() {
    return pieces;
  }

  /** Where it begins in the content. */
  long start() {
    return grid.start(pieces.first());
  }

  /** Where it ends in the content. */
  long end() {
    return endOf(pieces.end() - 1);
  }

  private long endOf(int piece) {
    return grid.start(piece) + grid.length(piece);
  }

  /** The blocks of a piece, which are not kept here. */
  byte[][] take(int piece) {
    byte[][] blocks = blocks(piece);
    content[piece - pieces.first()] = NOTHING;
    return blocks;
  }

  private byte[][] blocks(int piece) {
    int index = piece - pieces.first();
    if (content[index].length == 0) {
      content[index] = emptyBlocks(piece);
    }
    return content[index];
  }

  private byte[][] emptyBlocks(int piece) {
    byte[][] blocks = new byte[grid.blocks(piece)][];
    Arrays.setAll(blocks, block -> new byte[grid.block(piece, block).length()]);
    return blocks;
  }

  /**
   * Reads some bytes that stand at that place; blocks.
   *
   * @param most of which some are read, at least one
   * @param came is told how many
   * @return the place behind them
   */
  long read(InputStream in, long place, long most, AtomicLong came) throws IOException {
    int piece = grid.pieceAt(place);
    int offset = (int) (place - grid.start(piece));
    byte[] block = blocks(piece)[offset / BlockRequest.BLOCK_BYTES];
    int at = offset % BlockRequest.BLOCK_BYTES;
    int count = in.read(block, at, (int) Math.min(most, block.length - at));
    if (count < 0) {
      throw new EOFException("its answer ends too early");
    }
    came.addAndGet(count);
    return place + count;
  }
}
