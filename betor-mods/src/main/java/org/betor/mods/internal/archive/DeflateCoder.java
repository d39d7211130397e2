package org.betor.mods.internal.archive;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;

/** Each piece may refer to the end of the one before, and ends with a whole byte. */
final class DeflateCoder implements Coder<byte[]> {
  private static final int DEFLATED = 8;
  private static final int WINDOW = 1 << 15;

  @Override
  public int method() {
    return DEFLATED;
  }

  @Override
  public Cutter<byte[]> cutter(long expected) {
    return new BytesCutter(expected, DeflateCoder::compress);
  }

  @Override
  public Joiner<byte[]> joiner(OutputStream out) {
    return new BytesJoiner(out);
  }

  private static byte[] compress(byte[] before, byte[] piece, boolean last) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      int known = Math.min(WINDOW, before.length);
      deflater.setDictionary(before, before.length - known, known);
      deflater.setInput(piece);
      if (last) {
        deflater.finish();
      }
      return drain(deflater, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
    } finally {
      deflater.end();
    }
  }

  private static byte[] drain(Deflater deflater, int flush) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 15];
    int count;
    do {
      count = deflater.deflate(some, 0, some.length, flush);
      all.write(some, 0, count);
    } while (count == some.length || (flush == Deflater.NO_FLUSH && !deflater.finished()));
    return all.toByteArray();
  }
}
