package org.betor.p2p.internal.wire;

/**
 * Names a part of a piece.
 *
 * @param piece its index from 0
 * @param offset where the part begins in the piece, in bytes
 * @param length its bytes
 */
public record BlockRequest(int piece, int offset, int length) {
  /** What peers ask one another for at once; many refuse more. */
  public static final int BLOCK_BYTES = 16 << 10;
}
