package org.betor.p2p.internal.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.betor.api.model.InfoHash;

/** Hashes what peers call an info dictionary. */
final class Digest {

  private Digest() {}

  static InfoHash infoHash(byte[] info) {
    try {
      byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(info);
      return new InfoHash(HexFormat.of().formatHex(sha1));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
