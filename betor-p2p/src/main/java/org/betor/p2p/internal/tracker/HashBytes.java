package org.betor.p2p.internal.tracker;

import java.util.Arrays;
import java.util.HexFormat;
import org.betor.api.model.InfoHash;

/** Info-hashes as trackers know them. */
final class HashBytes {
  private static final int LENGTH = 20;

  private HashBytes() {}

  /**
   * 20 bytes: all of a version 1 hash, the first ones of a version 2 hash.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0052.html">BEP 52, upgrade path</a>
   */
  static byte[] of(InfoHash infoHash) {
    return Arrays.copyOf(HexFormat.of().parseHex(infoHash.hex()), LENGTH);
  }
}
