package org.betor.mods.internal.bzip2;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads bits, the highest of each byte first. */
final class BitSource {
  /** So many can always be peeked at. */
  static final int PEEK_BITS = 32;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 14];
  private int at;
  private int end;
  private long next; // from the highest bit on; zeros after the last
  private int count;

  BitSource(InputStream in) {
    this.in = in;
  }

  /** The next bits, 1 to 32, which stay; zeros where there are no more. */
  int peek(int bits) throws IOException {
    if (count < PEEK_BITS) {
      fill();
    }
    return (int) (next >>> (Long.SIZE - bits));
  }

  /** Passes over bits that were peeked at. */
  void skip(int bits) throws IOException {
    if (bits > count) {
      throw new EOFException("bzip2 data ends too early");
    }
    next <<= bits;
    count -= bits;
  }

  int read(int bits) throws IOException {
    int value = peek(bits);
    skip(bits);
    return value;
  }

  boolean readBit() throws IOException {
    return read(1) == 1;
  }

  long readMagic() throws IOException {
    long high = read(16);
    return high << 32 | Integer.toUnsignedLong(read(32));
  }

  private void fill() throws IOException {
    if (end - at >= Long.BYTES) {
      next |= (long) LONG.get(buffer, at) >>> count;
      int bytes = (Long.SIZE - 1 - count) >>> 3;
      at += bytes;
      count += 8 * bytes;
      next &= -1L << (Long.SIZE - count); // what was read is not counted twice
      return;
    }
    while (count <= Long.SIZE - Byte.SIZE && (at < end || refill())) {
      next |= (buffer[at++] & 0xFFL) << (Long.SIZE - Byte.SIZE - count);
      count += Byte.SIZE;
    }
  }

  private boolean refill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }
}
