package org.betor.mods.internal.bzip2;

import static org.betor.mods.internal.bzip2.Format.FULL_BLOCK;
import static org.betor.mods.internal.bzip2.Format.MAX_SYMBOLS;
import static org.betor.mods.internal.bzip2.Format.RUN_A;
import static org.betor.mods.internal.bzip2.Format.RUN_B;

import java.util.Arrays;

/** Bytes become places in a list to whose front each moves; runs of the front become digits. */
final class MoveToFront {
  /** The symbols of the last block, its end included. */
  final char[] symbols = new char[FULL_BLOCK + 1];

  /** How many of them there are. */
  int size;

  /** How often each is there. */
  final int[] frequencies = new int[MAX_SYMBOLS];

  /** Which bytes there are. */
  final boolean[] used = new boolean[256];

  /** How many kinds of symbols there are. */
  int alphabet;

  private final byte[] recent = new byte[256];

  void encode(byte[] bytes, int count) {
    size = 0;
    Arrays.fill(frequencies, 0);
    alphabet = listUsed(bytes, count) + 2;
    int run = 0;
    byte front = recent[0];
    for (int i = 0; i < count; i++) {
      byte value = bytes[i];
      if (value == front) {
        run++;
      } else {
        putRun(run);
        run = 0;
        put(moveToFront(value) + 1);
        front = value;
      }
    }
    putRun(run);
    put(alphabet - 1);
  }

  private int listUsed(byte[] bytes, int count) {
    Arrays.fill(used, false);
    for (int i = 0; i < count; i++) {
      used[bytes[i] & 0xFF] = true;
    }
    int listed = 0;
    for (int value = 0; value < used.length; value++) {
      if (used[value]) {
        recent[listed++] = (byte) value;
      }
    }
    return listed;
  }

  /** Returns where it was, which is not the front. */
  private int moveToFront(byte value) {
    int place = RecentBytes.find(value, recent);
    RecentBytes.moveToFront(place, recent);
    return place;
  }

  /** Digits 1 and 2 of base two, the lowest first. */
  private void putRun(int length) {
    for (int rest = length; rest > 0; rest = (rest - 1) >>> 1) {
      put((rest & 1) == 1 ? RUN_A : RUN_B);
    }
  }

  private void put(int symbol) {
    symbols[size++] = (char) symbol;
    frequencies[symbol]++;
  }
}
