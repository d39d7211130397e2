package org.betor.mods.internal.bzip2;

import static org.betor.mods.internal.bzip2.Format.MAX_CODE_LENGTH;

import java.io.IOException;
import java.util.zip.ZipException;

/** Reads symbols of one code table. Short codes are looked up, the rest are compared. */
final class CodeReader {
  private static final int LOOKUP_BITS = 10;
  private static final int LENGTH_BITS = 5;

  private final short[] lookup = new short[1 << LOOKUP_BITS]; // symbol and length; 0 if longer
  private final int[] ends = new int[MAX_CODE_LENGTH + 1]; // after the last code of a length
  private final int[] firstPlaces = new int[MAX_CODE_LENGTH + 1]; // less the first code
  private final char[] symbols = new char[Format.MAX_SYMBOLS]; // by their codes

  /**
   * A table of codes of these lengths.
   *
   * @param lengths 1 to 20 each
   */
  CodeReader(byte[] lengths, int alphabet) throws ZipException {
    int code = 0;
    int place = 0;
    for (int length = 1; length <= MAX_CODE_LENGTH; length++) {
      firstPlaces[length] = place - code;
      for (int symbol = 0; symbol < alphabet; symbol++) {
        if (lengths[symbol] == length) {
          if (code >>> length != 0) {
            throw new ZipException("bzip2 data is damaged: more codes than there is room for");
          }
          symbols[place++] = (char) symbol;
          enter(code++, length, symbol);
        }
      }
      ends[length] = code;
      code <<= 1;
    }
  }

  private void enter(int code, int length, int symbol) {
    if (length <= LOOKUP_BITS) {
      int free = LOOKUP_BITS - length;
      short entry = (short) (symbol << LENGTH_BITS | length);
      for (int i = code << free; i < (code + 1) << free; i++) {
        lookup[i] = entry;
      }
    }
  }

  int read(BitSource bits) throws IOException {
    int next = bits.peek(MAX_CODE_LENGTH);
    int entry = lookup[next >>> (MAX_CODE_LENGTH - LOOKUP_BITS)];
    if (entry != 0) {
      bits.skip(entry & (1 << LENGTH_BITS) - 1);
      return entry >>> LENGTH_BITS;
    }
    for (int length = LOOKUP_BITS + 1; length <= MAX_CODE_LENGTH; length++) {
      int code = next >>> (MAX_CODE_LENGTH - length);
      if (code < ends[length]) {
        bits.skip(length);
        return symbols[firstPlaces[length] + code];
      }
    }
    throw new ZipException("bzip2 data is damaged: no such code");
  }
}
