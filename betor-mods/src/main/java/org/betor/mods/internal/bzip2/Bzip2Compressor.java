package org.betor.mods.internal.bzip2;

/** Compresses blocks. Has about 13 MB of working memory; for one thread at a time. */
public final class Bzip2Compressor {
  private final BlockSort sort = new BlockSort();
  private final MoveToFront symbols = new MoveToFront();
  private final CodeTables tables = new CodeTables();

  /** Compresses a block, which has at least one byte. */
  public Bzip2Piece compress(Bzip2Block block) {
    Bits bits = new Bits();
    byte[] bytes = block.bytes();
    int origin = sort.transform(bytes, block.size());
    symbols.encode(sort.transformed, block.size());
    tables.fit(symbols);
    new BlockWriter(bits).write(block.crc(), origin, symbols, tables);
    return new Bzip2Piece(bits, block.crc());
  }
}
