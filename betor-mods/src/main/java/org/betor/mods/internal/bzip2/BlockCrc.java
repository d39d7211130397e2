package org.betor.mods.internal.bzip2;

/** The checksum of a block's plain bytes: CRC-32 with the highest bit first, unlike that of ZIP. */
final class BlockCrc {
  private static final int POLYNOMIAL = 0x04C11DB7;
  private static final int[] TABLE = table();

  private int register = -1;

  void add(byte[] bytes, int from, int to) {
    int crc = register;
    for (int i = from; i < to; i++) {
      crc = crc << 8 ^ TABLE[(crc >>> 24 ^ bytes[i]) & 0xFF];
    }
    register = crc;
  }

  int value() {
    return ~register;
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int value = 0; value < table.length; value++) {
      int crc = value << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
      }
      table[value] = crc;
    }
    return table;
  }
}
