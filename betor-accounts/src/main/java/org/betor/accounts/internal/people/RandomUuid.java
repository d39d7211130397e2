package org.betor.accounts.internal.people;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Ids that nobody can guess. */
public final class RandomUuid {
  private static final int VERSION = 0x40; // RFC 9562: random
  private static final int VARIANT = 0x80;

  private RandomUuid() {}

  /** The next one of a source of randomness. */
  public static UUID from(SecureRandom random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    bytes[6] = (byte) ((bytes[6] & 0x0f) | VERSION);
    bytes[8] = (byte) ((bytes[8] & 0x3f) | VARIANT);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
