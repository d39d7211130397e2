package org.betor.p2p.internal.dht;

import java.math.BigInteger;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.hash.HashBytes;

/**
 * A place in the table, of a node or of a torrent. How far two are from one another is their XOR.
 *
 * @param value from 0, below two to the power of {@link #BITS}
 */
record Id(BigInteger value) {
  static final int BYTES = 20;
  static final int BITS = 8 * BYTES;

  /** From its bytes; empty if they are not 20. */
  static Optional<Id> of(byte[] bytes) {
    return bytes.length == BYTES ? Optional.of(new Id(new BigInteger(1, bytes))) : Optional.empty();
  }

  /** Where a torrent's peers are kept; a hash of version 2 is cut to the length of version 1. */
  static Id of(InfoHash torrent) {
    return new Id(new BigInteger(1, HashBytes.of(torrent)));
  }

  static Id random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Id(new BigInteger(1, bytes));
  }

  BigInteger distance(Id other) {
    return value.xor(other.value);
  }

  /** How many bits are the same before the first that differs. */
  int sharedBits(Id other) {
    return BITS - distance(other).bitLength();
  }

  /** Any id with just so many shared bits, from 0 below {@link #BITS}. */
  Id neighbour(int sharedBits, RandomGenerator random) {
    int firstOther = BITS - 1 - sharedBits;
    return new Id(value.xor(random(random).value.shiftRight(sharedBits + 1).setBit(firstOther)));
  }

  byte[] bytes() {
    byte[] bytes = new byte[BYTES];
    byte[] digits = value.toByteArray();
    int length = Math.min(digits.length, BYTES);
    System.arraycopy(digits, digits.length - length, bytes, BYTES - length, length);
    return bytes;
  }

  @Override
  public String toString() {
    return "%040x".formatted(value);
  }
}
