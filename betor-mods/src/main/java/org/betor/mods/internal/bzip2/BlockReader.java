package org.betor.mods.internal.bzip2;

import static org.betor.mods.internal.bzip2.BlockHeader.check;
import static org.betor.mods.internal.bzip2.Format.GROUP;
import static org.betor.mods.internal.bzip2.Format.MAX_BLOCK;
import static org.betor.mods.internal.bzip2.Format.RUN;
import static org.betor.mods.internal.bzip2.Format.RUN_B;

import java.io.IOException;
import java.util.Arrays;

/** Reads a block, and undoes it. Memory grows with the block, to 3.6 MB. */
final class BlockReader {
  private final BitSource bits;
  private final int[] counts = new int[256];
  private int[] links = new int[1 << 12]; // a byte, and above it where the byte after it is
  private int size;
  private int left;
  private int at;
  private byte last;
  private int same; // how often the last byte came, of the first four of a run
  private int repeats;

  BlockReader(BitSource bits) {
    this.bits = bits;
  }

  /** Reads the next block, from after its checksum on. */
  void next() throws IOException {
    BlockHeader header = new BlockHeader(bits);
    size = 0;
    Arrays.fill(counts, 0);
    readSymbols(header);
    check(header.origin < size, "a block does not have its beginning");
    link();
    left = size;
    at = links[header.origin] >>> 8;
    same = 0;
    repeats = 0;
  }

  private void readSymbols(BlockHeader header) throws IOException {
    byte[] recent = header.used;
    int end = header.alphabet - 1;
    int run = 0;
    int digit = 1;
    for (int selector : header.selectors) {
      CodeReader table = header.tables[selector];
      for (int i = 0; i < GROUP; i++) {
        int symbol = table.read(bits);
        if (symbol <= RUN_B) {
          check(digit <= MAX_BLOCK, "a run is too long");
          run += digit << symbol;
          digit <<= 1;
          continue;
        }
        if (run > 0) {
          put(recent[0], run);
          run = 0;
          digit = 1;
        }
        if (symbol == end) {
          return;
        }
        put(RecentBytes.moveToFront(symbol - 1, recent), 1);
      }
    }
    check(false, "a block does not end");
  }

  private void put(byte value, int run) throws IOException {
    int end = size + run;
    if (end > links.length) {
      check(end <= MAX_BLOCK, "a block is too long");
      links = Arrays.copyOf(links, Math.min(MAX_BLOCK, Math.max(end, 2 * links.length)));
    }
    counts[value & 0xFF] += run;
    Arrays.fill(links, size, end, value & 0xFF);
    size = end;
  }

  private void link() {
    int begin = 0;
    for (int value = 0; value < counts.length; value++) {
      int count = counts[value];
      counts[value] = begin;
      begin += count;
    }
    for (int i = 0; i < size; i++) {
      links[counts[links[i] & 0xFF]++] |= i << 8;
    }
  }

  /** Fills in plain bytes; returns where it stopped, which is before {@code to} at the end. */
  int read(byte[] plain, int from, int to) {
    int out = from;
    while (out < to) {
      if (repeats > 0) {
        int end = Math.min(to, out + repeats);
        Arrays.fill(plain, out, end, last);
        repeats -= end - out;
        out = end;
      } else if (left == 0) {
        return out;
      } else {
        out = readOne(plain, out);
      }
    }
    return out;
  }

  private int readOne(byte[] plain, int out) {
    int link = links[at];
    at = link >>> 8;
    left--;
    byte value = (byte) link;
    if (same == RUN) {
      repeats = value & 0xFF;
      same = 0;
      return out;
    }
    same = same > 0 && value == last ? same + 1 : 1;
    last = value;
    plain[out] = value;
    return out + 1;
  }
}
