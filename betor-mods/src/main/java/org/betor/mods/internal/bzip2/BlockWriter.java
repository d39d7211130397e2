package org.betor.mods.internal.bzip2;

import static org.betor.mods.internal.bzip2.Format.GROUP;
import static org.betor.mods.internal.bzip2.Format.MAX_CODE_LENGTH;
import static org.betor.mods.internal.bzip2.Format.MAX_SYMBOLS;

/** Writes a block's symbols and all that a decoder needs to read them. */
final class BlockWriter {
  private static final int HALVES = 16;

  private final int[] codes = new int[MAX_SYMBOLS * Format.MAX_TABLES];
  private final Bits bits;

  BlockWriter(Bits bits) {
    this.bits = bits;
  }

  void write(int crc, int origin, MoveToFront block, CodeTables tables) {
    bits.addMagic(Format.BLOCK_MAGIC);
    bits.addInt(crc);
    bits.add(1, 0); // not in the random order of early versions
    bits.add(24, origin);
    writeUsed(block.used);
    bits.add(3, tables.tables);
    bits.add(15, tables.groups);
    writeSelectors(tables);
    for (int table = 0; table < tables.tables; table++) {
      writeLengths(tables.lengths[table], block.alphabet);
      assignCodes(table, tables.lengths[table], block.alphabet);
    }
    writeSymbols(block, tables);
  }

  private void writeUsed(boolean[] used) {
    int[] rows = new int[HALVES];
    int usedRows = 0;
    for (int value = 0; value < used.length; value++) {
      if (used[value]) {
        rows[value / HALVES] |= 0x8000 >>> (value % HALVES);
        usedRows |= 0x8000 >>> (value / HALVES);
      }
    }
    bits.add(HALVES, usedRows);
    for (int row : rows) {
      if (row != 0) {
        bits.add(HALVES, row);
      }
    }
  }

  /** Each is its place in a list of tables, as many ones, and a zero. */
  private void writeSelectors(CodeTables tables) {
    byte[] recent = {0, 1, 2, 3, 4, 5};
    for (int group = 0; group < tables.groups; group++) {
      byte table = tables.selectors[group];
      byte carried = recent[0];
      int place = 0;
      while (carried != table) {
        place++;
        byte next = recent[place];
        recent[place] = carried;
        carried = next;
      }
      recent[0] = table;
      bits.add(place + 1, (1L << (place + 1)) - 2);
    }
  }

  private void writeLengths(byte[] lengths, int alphabet) {
    int length = lengths[0];
    bits.add(5, length);
    for (int symbol = 0; symbol < alphabet; symbol++) {
      for (; length < lengths[symbol]; length++) {
        bits.add(2, 0b10);
      }
      for (; length > lengths[symbol]; length--) {
        bits.add(2, 0b11);
      }
      bits.add(1, 0);
    }
  }

  private void assignCodes(int table, byte[] lengths, int alphabet) {
    int code = 0;
    for (int length = 1; length <= MAX_CODE_LENGTH; length++) {
      for (int symbol = 0; symbol < alphabet; symbol++) {
        if (lengths[symbol] == length) {
          codes[table * MAX_SYMBOLS + symbol] = code++;
        }
      }
      code <<= 1;
    }
  }

  private void writeSymbols(MoveToFront block, CodeTables tables) {
    int at = 0;
    for (int group = 0; group < tables.groups; group++) {
      int table = tables.selectors[group];
      byte[] lengths = tables.lengths[table];
      int first = table * MAX_SYMBOLS;
      for (int end = Math.min(block.size, at + GROUP); at < end; at++) {
        int symbol = block.symbols[at];
        bits.add(lengths[symbol], codes[first + symbol]);
      }
    }
  }
}
