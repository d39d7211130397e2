package org.betor.mods.internal.bzip2;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits in a row, the highest of each byte first; as many as are added. */
final class Bits {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = new byte[1 << 12];
  private int size;
  private long last;
  private int lastBits; // fewer than 32, the lowest of last

  /**
   * Adds some bits.
   *
   * @param count 0 to 32
   * @param value has no other bits set
   */
  void add(int count, long value) {
    last = last << count | value;
    lastBits += count;
    if (lastBits >= Integer.SIZE) {
      lastBits -= Integer.SIZE;
      if (size + Integer.BYTES > bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      }
      INT.set(bytes, size, (int) (last >>> lastBits));
      size += Integer.BYTES;
    }
  }

  void addMagic(long magic) {
    add(16, magic >>> 32);
    add(32, magic & 0xFFFF_FFFFL);
  }

  void addInt(int value) {
    add(Integer.SIZE, Integer.toUnsignedLong(value));
  }

  void addAll(Bits other) {
    for (int i = 0; i < other.size; i += Integer.BYTES) {
      addInt((int) INT.get(other.bytes, i));
    }
    add(other.lastBits, other.last & ((1L << other.lastBits) - 1));
  }

  /** Fills the last byte with zeros. */
  void pad() {
    add(-lastBits & 7, 0);
  }

  /** Hands on all whole words, and after {@link #pad} everything if this is the end. */
  void drainTo(OutputStream out, boolean everything) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
    while (everything && lastBits > 0) {
      lastBits -= Byte.SIZE;
      out.write((int) (last >>> lastBits));
    }
  }
}
