package org.betor.p2p.internal.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes that both sides make of what they know. */
final class Sha1 {
  static final int BYTES = 20;

  private Sha1() {}

  /** The hash of a word and what follows it. */
  static byte[] of(String word, byte[]... rest) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(word.getBytes(US_ASCII));
      for (byte[] part : rest) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
