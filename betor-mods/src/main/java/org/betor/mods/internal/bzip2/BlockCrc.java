package org.betor.mods.internal.bzip2;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * The checksum of a block's plain bytes. It is the CRC-32 of ZIP, for which processors have
 * instructions, but for the order of bits: that of every byte and of the checksum is the other way
 * round.
 */
final class BlockCrc {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final CRC32 crc = new CRC32();
  private final byte[] turned = new byte[1 << 12];

  void add(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at += turned.length) {
      int count = Math.min(turned.length, to - at);
      turn(bytes, at, count);
      crc.update(turned, 0, count);
    }
  }

  private void turn(byte[] bytes, int from, int count) {
    int i = 0;
    for (; i + Long.BYTES <= count; i += Long.BYTES) {
      long turnedAll = Long.reverse((long) LONG.get(bytes, from + i));
      LONG.set(turned, i, Long.reverseBytes(turnedAll)); // each where it was
    }
    for (; i < count; i++) {
      turned[i] = (byte) (Integer.reverse(bytes[from + i]) >>> (Integer.SIZE - Byte.SIZE));
    }
  }

  int value() {
    return Integer.reverse((int) crc.getValue());
  }
}
