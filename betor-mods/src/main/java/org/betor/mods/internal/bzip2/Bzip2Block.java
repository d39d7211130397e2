package org.betor.mods.internal.bzip2;

import static org.betor.mods.internal.bzip2.Format.FULL_BLOCK;
import static org.betor.mods.internal.bzip2.Format.LONGEST_RUN;
import static org.betor.mods.internal.bzip2.Format.RUN;

import java.util.Arrays;

/**
 * The bytes of a block, before it is compressed. Runs of equal bytes are shortened as they come, so
 * it may stand for many more bytes than it has.
 */
public final class Bzip2Block {
  private static final int LEAST_CAPACITY = 1 << 10;
  private static final int ROOM_OF_RUN = RUN + 1;

  private final BlockCrc crc = new BlockCrc();
  private byte[] bytes;
  private int size;
  private byte runOf;
  private int run; // not yet among the bytes, which have room for it

  /** An empty one, for about so many bytes. */
  public Bzip2Block(long expected) {
    bytes = new byte[(int) Math.min(FULL_BLOCK, expected + LEAST_CAPACITY)];
  }

  /** Takes bytes until it is full; returns where it stopped, which is the end if it is not. */
  public int add(byte[] plain, int from, int to) {
    int at = from;
    while (at < to && takes(plain[at])) {
      at++;
    }
    crc.add(plain, from, at);
    return at;
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return size == 0 && run == 0;
  }

  private boolean takes(byte value) {
    if (value == runOf && run > 0 && run < LONGEST_RUN) {
      run++;
      return true;
    }
    endRun();
    if (size + ROOM_OF_RUN > FULL_BLOCK) {
      return false;
    }
    runOf = value;
    run = 1;
    return true;
  }

  private void endRun() {
    if (size + ROOM_OF_RUN > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(FULL_BLOCK, 2 * bytes.length));
    }
    for (int i = Math.min(run, RUN); i > 0; i--) {
      bytes[size++] = runOf;
    }
    if (run >= RUN) {
      bytes[size++] = (byte) (run - RUN);
    }
    run = 0;
  }

  /** The bytes; those after {@link #size} are none. Nothing is added any more. */
  byte[] bytes() {
    endRun();
    return bytes;
  }

  int size() {
    return size;
  }

  int crc() {
    return crc.value();
  }
}
