package org.betor.mods.internal.archive;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Cuts every half mebibyte. */
final class BytesCutter implements Coder.Cutter<byte[]> {
  private static final int PIECE = 1 << 19;

  private final Compressing compressing;
  private byte[] before = new byte[0];
  private byte[] piece;
  private int size;

  BytesCutter(long expected, Compressing compressing) {
    piece = new byte[(int) Math.min(PIECE, expected)];
    this.compressing = compressing;
  }

  @Override
  public int add(byte[] plain, int from, int to) {
    int count = Math.min(to - from, PIECE - size);
    if (size + count > piece.length) {
      piece = Arrays.copyOf(piece, PIECE);
    }
    System.arraycopy(plain, from, piece, size, count);
    size += count;
    return from + count;
  }

  @Override
  public Optional<Callable<byte[]>> cut(boolean last) {
    byte[] earlier = before;
    byte[] full = size == piece.length ? piece : Arrays.copyOf(piece, size);
    before = full;
    piece = new byte[last ? 0 : PIECE];
    size = 0;
    return Optional.of(() -> compressing.compress(earlier, full, last));
  }

  /** Compresses one piece. */
  @FunctionalInterface
  interface Compressing {

    /** Compresses a piece; {@code before} is the one before it, empty if it is the first. */
    byte[] compress(byte[] before, byte[] piece, boolean last);
  }
}
