package org.betor.mods.internal.bzip2;

import static org.betor.mods.internal.bzip2.Format.GROUP;
import static org.betor.mods.internal.bzip2.Format.MAX_BLOCK;
import static org.betor.mods.internal.bzip2.Format.MAX_CODE_LENGTH;
import static org.betor.mods.internal.bzip2.Format.MAX_SYMBOLS;
import static org.betor.mods.internal.bzip2.Format.MAX_TABLES;

import java.io.IOException;
import java.util.zip.ZipException;

/** What stands before the symbols of a block. */
final class BlockHeader {
  final int origin;

  /** The bytes that there are, in their order. */
  final byte[] used = new byte[256];

  final int alphabet;
  final byte[] selectors;
  final CodeReader[] tables;

  private final BitSource bits;

  /** Reads it, from after the block's checksum on. */
  BlockHeader(BitSource bits) throws IOException {
    this.bits = bits;
    check(!bits.readBit(), "it is of a version from before 1996");
    origin = bits.read(24);
    alphabet = readUsed() + 2;
    check(alphabet > 2, "a block has no bytes");
    int tableCount = bits.read(3);
    check(tableCount >= 2 && tableCount <= MAX_TABLES, tableCount + " tables");
    selectors = readSelectors(tableCount);
    tables = new CodeReader[tableCount];
    for (int i = 0; i < tableCount; i++) {
      tables[i] = new CodeReader(readLengths(), alphabet);
    }
  }

  private int readUsed() throws IOException {
    int count = 0;
    int rows = bits.read(16);
    for (int row = 0; row < 16; row++) {
      int values = (rows & 0x8000 >>> row) == 0 ? 0 : bits.read(16);
      for (int i = 0; i < 16; i++) {
        if ((values & 0x8000 >>> i) != 0) {
          used[count++] = (byte) (row << 4 | i);
        }
      }
    }
    return count;
  }

  private byte[] readSelectors(int tableCount) throws IOException {
    byte[] recent = {0, 1, 2, 3, 4, 5};
    int count = bits.read(15);
    check(count > 0, "a block has no groups");
    byte[] all = new byte[Math.min(count, MAX_BLOCK / GROUP + 1)]; // some encoders write more
    for (int group = 0; group < count; group++) {
      int place = 0;
      while (bits.readBit()) {
        place++;
        check(place < tableCount, "no such table");
      }
      byte table = recent[place];
      System.arraycopy(recent, 0, recent, 1, place);
      recent[0] = table;
      if (group < all.length) {
        all[group] = table;
      }
    }
    return all;
  }

  private byte[] readLengths() throws IOException {
    byte[] lengths = new byte[MAX_SYMBOLS];
    int length = bits.read(5);
    for (int symbol = 0; symbol < alphabet; symbol++) {
      check(length >= 1 && length <= MAX_CODE_LENGTH, "a code of " + length + " bits");
      while (bits.readBit()) {
        length += bits.readBit() ? -1 : 1;
        check(length >= 1 && length <= MAX_CODE_LENGTH, "a code of " + length + " bits");
      }
      lengths[symbol] = (byte) length;
    }
    return lengths;
  }

  static void check(boolean right, String wrong) throws ZipException {
    if (!right) {
      throw new ZipException("bzip2 data is damaged: " + wrong);
    }
  }
}
