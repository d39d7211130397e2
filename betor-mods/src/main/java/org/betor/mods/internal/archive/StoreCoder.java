package org.betor.mods.internal.archive;

import java.io.OutputStream;

/** Leaves bytes as they are. */
final class StoreCoder implements Coder<byte[]> {
  private static final int STORED = 0;

  @Override
  public int method() {
    return STORED;
  }

  @Override
  public Cutter<byte[]> cutter(long expected) {
    return new BytesCutter(expected, (before, piece, last) -> piece);
  }

  @Override
  public Joiner<byte[]> joiner(OutputStream out) {
    return new BytesJoiner(out);
  }
}
