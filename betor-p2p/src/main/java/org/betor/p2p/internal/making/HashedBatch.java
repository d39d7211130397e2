package org.betor.p2p.internal.making;

import java.security.DigestException;
import java.security.MessageDigest;
import org.betor.p2p.internal.hash.Sha1;

/** Some pieces in a row, and then their hashes. Used again for others. */
final class HashedBatch {
  static final int HASH_BYTES = 20;

  private final int pieceBytes;
  private final byte[] content;
  private final byte[] hashes;
  private int length;

  /** One that has room for so many bytes. */
  HashedBatch(int pieceBytes, int bytes) {
    this.pieceBytes = pieceBytes;
    this.content = new byte[bytes];
    this.hashes = new byte[HASH_BYTES * pieces(bytes)];
  }

  /** To be filled. */
  byte[] content() {
    return content;
  }

  /** Says how many of its bytes were filled; only the last batch of all is not full. */
  void filled(int bytes) {
    length = bytes;
  }

  int length() {
    return length;
  }

  HashedBatch hash() {
    MessageDigest digest = Sha1.begin();
    int hash = 0;
    for (int piece = 0; piece < length; piece += pieceBytes) {
      digest.update(content, piece, Math.min(pieceBytes, length - piece));
      hash += digest(digest, hash);
    }
    return this;
  }

  /** Copies the hashes to where those of the batch begin; gives where they end. */
  int copyHashes(byte[] to, int at) {
    int bytes = pieces(length) * HASH_BYTES;
    System.arraycopy(hashes, 0, to, at, bytes);
    return at + bytes;
  }

  private int pieces(int bytes) {
    return (bytes - 1) / pieceBytes + 1;
  }

  private int digest(MessageDigest digest, int at) {
    try {
      return digest.digest(hashes, at, HASH_BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("a hash has room for itself", e);
    }
  }
}
