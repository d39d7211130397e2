package org.betor.api.metainfo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.betor.api.model.InfoHash;

/** The two hash functions of BitTorrent. */
final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    return digest("SHA-256");
  }

  /** The version 1 info-hash of an info dictionary. */
  static InfoHash v1(byte[] info) {
    return infoHash(digest("SHA-1"), info);
  }

  /** The version 2 info-hash of an info dictionary. */
  static InfoHash v2(byte[] info) {
    return infoHash(sha256(), info);
  }

  private static InfoHash infoHash(MessageDigest digest, byte[] info) {
    return new InfoHash(HexFormat.of().formatHex(digest.digest(info)));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
