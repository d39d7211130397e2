package org.betor.mods.internal.bzip2;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Sorts places of a ring of bytes by what follows them. A place and the next five bytes are one
 * number, so that sorting numbers does most of the work; what is still equal is sorted by the bytes
 * after those. It gives up where equal stretches are long, for which there are better ways.
 */
final class StarSort {
  /** How many bytes have to follow the ring, which are those it begins with. */
  static final int OVERLAP = Long.BYTES;

  private static final int KEY_BYTES = 5;
  private static final int PLACE_BITS = 20;
  private static final int PLACE = (1 << PLACE_BITS) - 1;
  private static final int DEEPEST = 300 * KEY_BYTES;
  private static final int STEPS_FOR_EACH_BYTE = 3;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] ring;
  private final long[] places;
  private int size;
  private long stepsLeft;

  StarSort(byte[] ring, long[] places) {
    this.ring = ring;
    this.places = places;
  }

  void begin(int ringSize) {
    size = ringSize;
    stepsLeft = (long) STEPS_FOR_EACH_BYTE * ringSize;
  }

  int place(int index) {
    return (int) places[index] & PLACE;
  }

  /** Sorts some of the places, of which so many bytes are equal; returns whether it succeeded. */
  boolean sort(int from, int to, int depth) {
    if (to - from < 2 || depth >= size) {
      return true;
    }
    stepsLeft -= to - from;
    if (stepsLeft < 0 || depth > DEEPEST) {
      return false;
    }
    for (int i = from; i < to; i++) {
      places[i] = keyed(place(i), depth);
    }
    Arrays.sort(places, from, to);
    return sortEqual(from, to, depth + KEY_BYTES);
  }

  private boolean sortEqual(int from, int to, int depth) {
    int first = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || places[i] >>> PLACE_BITS != places[first] >>> PLACE_BITS) {
        if (!sort(first, i, depth)) {
          return false;
        }
        first = i;
      }
    }
    return true;
  }

  private long keyed(int place, int depth) {
    int at = place + depth;
    while (at >= size) {
      at -= size;
    }
    return (long) LONG.get(ring, at) >>> (Long.SIZE - 8 * KEY_BYTES) << PLACE_BITS | place;
  }
}
