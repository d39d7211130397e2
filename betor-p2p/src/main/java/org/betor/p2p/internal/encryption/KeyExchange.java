package org.betor.p2p.internal.encryption;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.betor.p2p.internal.bencode.MalformedException;

/** Diffie-Hellman with the prime that all peers use: two that share nothing come to a secret. */
final class KeyExchange {
  /** The size of a public key, and of the secret. */
  static final int KEY_BYTES = 96;

  private static final BigInteger PRIME =
      new BigInteger(
          "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74"
              + "020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437"
              + "4fe1356d6d51c245e485b576625e7ec6f44c42e9a63a36210000000000090563",
          16);

  private static final BigInteger GENERATOR = BigInteger.TWO;
  private static final int PRIVATE_KEY_BITS = 160;

  private final BigInteger privateKey;

  KeyExchange(SecureRandom random) {
    this.privateKey = new BigInteger(PRIVATE_KEY_BITS, random);
  }

  byte[] publicKey() {
    return bytes(GENERATOR.modPow(privateKey, PRIME));
  }

  /** The secret that is shared with the owner of a public key. */
  byte[] secret(byte[] publicKey) throws MalformedException {
    BigInteger key = new BigInteger(1, publicKey);
    BigInteger largest = PRIME.subtract(BigInteger.TWO);
    if (key.compareTo(BigInteger.ONE) <= 0 || key.compareTo(largest) > 0) {
      throw new MalformedException("a public key that makes the secret known to everyone");
    }
    return bytes(key.modPow(privateKey, PRIME));
  }

  /** The largest byte first, with zeros before it. */
  private static byte[] bytes(BigInteger number) {
    byte[] digits = number.toByteArray();
    byte[] bytes = new byte[KEY_BYTES];
    int length = Math.min(digits.length, KEY_BYTES); // one more if it begins with a sign
    System.arraycopy(digits, digits.length - length, bytes, KEY_BYTES - length, length);
    return bytes;
  }
}
