package org.betor.mods.internal.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.betor.mods.internal.bzip2.Bzip2Block;
import org.betor.mods.internal.bzip2.Bzip2Compressor;
import org.betor.mods.internal.bzip2.Bzip2Joiner;
import org.betor.mods.internal.bzip2.Bzip2Piece;

/** A piece is a block. There are as many compressors as were ever at work at once. */
final class Bzip2Coder implements Coder<Bzip2Piece> {
  private static final int BZIP2 = 12;

  private final Queue<Bzip2Compressor> idle = new ConcurrentLinkedQueue<>();

  @Override
  public int method() {
    return BZIP2;
  }

  @Override
  public Cutter<Bzip2Piece> cutter(long expected) {
    return new BlockCutter(expected);
  }

  @Override
  public Joiner<Bzip2Piece> joiner(OutputStream out) {
    Bzip2Joiner joiner = new Bzip2Joiner(out);
    return new Joiner<>() {
      @Override
      public void add(Bzip2Piece piece) throws IOException {
        joiner.add(piece);
      }

      @Override
      public void finish() throws IOException {
        joiner.finish();
      }
    };
  }

  private Bzip2Piece compress(Bzip2Block block) {
    Bzip2Compressor taken = idle.poll();
    Bzip2Compressor compressor = taken == null ? new Bzip2Compressor() : taken;
    try {
      return compressor.compress(block);
    } finally {
      idle.add(compressor);
    }
  }

  private final class BlockCutter implements Cutter<Bzip2Piece> {
    private Bzip2Block block;
    private long left;

    BlockCutter(long expected) {
      block = new Bzip2Block(expected);
      left = expected;
    }

    @Override
    public int add(byte[] plain, int from, int to) {
      int end = block.add(plain, from, to);
      left = Math.max(0, left - (end - from));
      return end;
    }

    @Override
    public Optional<Callable<Bzip2Piece>> cut(boolean last) {
      Bzip2Block full = block;
      block = new Bzip2Block(last ? 0 : left);
      return full.isEmpty() ? Optional.empty() : Optional.of(() -> compress(full));
    }
  }
}
