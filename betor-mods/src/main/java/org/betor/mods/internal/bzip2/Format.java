package org.betor.mods.internal.bzip2;

/**
 * The numbers of the format.
 *
 * @see <a href="https://sourceware.org/bzip2/">bzip2, by Julian Seward; the format has no other
 *     specification than its programs</a>
 */
final class Format {
  /** {@code BZh9}: blocks of up to 900,000 bytes. */
  static final int HEADER = 0x425A6839;

  static final long BLOCK_MAGIC = 0x314159265359L;
  static final long END_MAGIC = 0x177245385090L;
  static final int MAGIC_BITS = 48;

  /** What decoders have room for. */
  static final int MAX_BLOCK = 900_000;

  /** What encoders put in: some decoders want a little room. */
  static final int FULL_BLOCK = MAX_BLOCK - 19;

  /** From this length on a run is four of its bytes and a count of the rest. */
  static final int RUN = 4;

  static final int LONGEST_RUN = 255;

  static final int RUN_A = 0;
  static final int RUN_B = 1;

  /** Two digits of runs, 255 places in the list of bytes, and the end of the block. */
  static final int MAX_SYMBOLS = 258;

  static final int MAX_TABLES = 6;
  static final int GROUP = 50;
  static final int MAX_CODE_LENGTH = 20;

  private Format() {}

  /** The checksum of a stream that goes on with a block of this checksum. */
  static int streamCrc(int streamCrc, int blockCrc) {
    return Integer.rotateLeft(streamCrc, 1) ^ blockCrc;
  }
}
