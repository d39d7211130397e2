package org.betor.p2p.internal.hash;

import java.util.Arrays;
import java.util.HexFormat;
import org.betor.api.model.InfoHash;

/** Info-hashes as they stand in what is sent. */
public final class HashBytes {
  private HashBytes() {}

  /**
   * 20 bytes: all of a version 1 hash, the first ones of a version 2 hash.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0052.html">BEP 52, upgrade path</a>
   */
  public static byte[] of(InfoHash infoHash) {
    return Arrays.copyOf(HexFormat.of().parseHex(infoHash.hex()), Sha1.BYTES);
  }

  /** The info-hash of 20 bytes. */
  public static InfoHash infoHash(byte[] bytes) {
    return new InfoHash(HexFormat.of().formatHex(bytes));
  }
}
