package org.betor.p2p.internal.dht;

import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Proofs that somebody who wants to be kept as a peer receives what is sent to its address. Each
 * was made with the present secret or with the one before.
 */
final class Tokens {
  private static final int BYTES = 8;
  private static final int SECRET_BYTES = 20;

  private final RandomGenerator random;
  private byte[] secret;
  private byte[] formerSecret;

  Tokens(RandomGenerator random) {
    this.random = random;
    this.secret = newSecret();
    this.formerSecret = secret;
  }

  byte[] give(InetAddress to) {
    return token(to, secret);
  }

  boolean accepts(byte[] token, InetAddress from) {
    return MessageDigest.isEqual(token, token(from, secret))
        || MessageDigest.isEqual(token, token(from, formerSecret));
  }

  /** Makes those invalid that were given before the last call of this. */
  void rotate() {
    formerSecret = secret;
    secret = newSecret();
  }

  private byte[] newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] token(InetAddress ip, byte[] secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(secret);
      return Arrays.copyOf(digest.digest(ip.getAddress()), BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
