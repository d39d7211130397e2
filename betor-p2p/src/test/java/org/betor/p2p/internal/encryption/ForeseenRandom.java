package org.betor.p2p.internal.encryption;

import java.security.SecureRandom;
import java.util.Arrays;

/** Random to nobody: every byte is the same, and so is every length. */
final class ForeseenRandom extends SecureRandom {
  private static final long serialVersionUID = 1;

  private final byte everyByte;
  private final int everyNumber;

  ForeseenRandom(int everyByte, int everyNumber) {
    this.everyByte = (byte) everyByte;
    this.everyNumber = everyNumber;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    Arrays.fill(bytes, everyByte);
  }

  @Override
  public int nextInt(int bound) {
    return Math.min(everyNumber, bound - 1);
  }
}
