package org.betor.p2p.internal.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-1, which version 1 of BitTorrent is built on. */
public final class Sha1 {
  /** How long a hash is. */
  public static final int BYTES = 20;

  private Sha1() {}

  /** Of bytes that are still to come. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  /** Of parts, one behind another. */
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = begin();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }
}
