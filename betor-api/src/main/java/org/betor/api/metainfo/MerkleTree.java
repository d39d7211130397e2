package org.betor.api.metainfo;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A tree of SHA-256 hashes, each of the two below it; what is missing below counts as zeros.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0052.html">BEP 52, pieces root</a>
 */
final class MerkleTree {
  static final int HASH_BYTES = 32;

  /** What one hash of the lowest layer stands for. */
  static final int BLOCK_BYTES = 16_384;

  private MerkleTree() {}

  static boolean isZero(byte[] hash) {
    return Arrays.equals(hash, new byte[HASH_BYTES]);
  }

  /** The root over a layer of hashes, each of which stands for a piece of this many bytes. */
  static byte[] root(byte[] layer, long pieceBytes) {
    MessageDigest sha256 = Digests.sha256();
    byte[] padding = new byte[HASH_BYTES];
    for (long bytes = BLOCK_BYTES; bytes < pieceBytes; bytes *= 2) {
      padding = pair(sha256, padding, padding);
    }
    byte[] hashes = layer;
    while (hashes.length > HASH_BYTES) {
      hashes = above(sha256, hashes, padding);
      padding = pair(sha256, padding, padding);
    }
    return hashes;
  }

  private static byte[] above(MessageDigest sha256, byte[] hashes, byte[] padding) {
    int pairs = (hashes.length / HASH_BYTES + 1) / 2;
    byte[] above = new byte[pairs * HASH_BYTES];
    for (int i = 0; i < pairs; i++) {
      int left = 2 * i * HASH_BYTES;
      sha256.update(hashes, left, HASH_BYTES);
      boolean alone = left + HASH_BYTES == hashes.length;
      sha256.update(alone ? padding : hashes, alone ? 0 : left + HASH_BYTES, HASH_BYTES);
      System.arraycopy(sha256.digest(), 0, above, i * HASH_BYTES, HASH_BYTES);
    }
    return above;
  }

  private static byte[] pair(MessageDigest sha256, byte[] left, byte[] right) {
    sha256.update(left);
    return sha256.digest(right);
  }
}
