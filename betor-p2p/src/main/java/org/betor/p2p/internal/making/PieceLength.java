package org.betor.p2p.internal.making;

import org.betor.api.spi.SeedOptions;

/** How long pieces are when nobody says so. */
final class PieceLength {
  private static final int SHORTEST = 16 << 10;
  private static final int LONGEST = 16 << 20;
  private static final int MOST_PIECES = 2_000;

  private PieceLength() {}

  /**
   * In bytes. Content of 16 MiB to 32 GB has from 1,000 to 2,000 pieces: few enough for a small
   * torrent file, enough for peers to have something to trade.
   */
  static int of(SeedOptions options, long contentBytes) {
    return options.pieceBytes().orElseGet(() -> fitting(contentBytes));
  }

  private static int fitting(long contentBytes) {
    int length = SHORTEST;
    while (length < LONGEST && contentBytes > (long) length * MOST_PIECES) {
      length *= 2;
    }
    return length;
  }
}
