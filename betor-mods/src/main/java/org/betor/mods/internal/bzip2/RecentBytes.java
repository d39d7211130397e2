package org.betor.mods.internal.bzip2;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A list of 256 bytes, the last used at its front. */
final class RecentBytes {
  private static final int NEAR = 8; // up to here it takes longer to be clever
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHEST = ONES << 7;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private RecentBytes() {}

  /** Where a byte is, which is in the list; eight at a time. */
  static int find(byte value, byte[] list) {
    for (int place = 0; place < NEAR; place++) {
      if (list[place] == value) {
        return place;
      }
    }
    long eight = ONES * (value & 0xFF);
    for (int place = NEAR; ; place += Long.BYTES) {
      long different = (long) LONG.get(list, place) ^ eight;
      long zeros = different - ONES & ~different & HIGHEST; // the lowest is one for sure
      if (zeros != 0) {
        return place + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
      }
    }
  }

  /** Moves what is at a place to the front; returns it. */
  static byte moveToFront(int place, byte[] list) {
    byte value = list[place];
    if (place < NEAR) {
      for (int i = place; i > 0; i--) {
        list[i] = list[i - 1];
      }
    } else {
      System.arraycopy(list, 0, list, 1, place);
    }
    list[0] = value;
    return value;
  }
}
