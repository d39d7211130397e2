package org.betor.p2p.internal.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** What a peer that connected begins with. */
public enum Opening {
  /** A handshake as BEP 3 has it. */
  PLAINTEXT,
  /** Anything else: an encrypted handshake, or nonsense. */
  ENCRYPTED,
  /** Too few bytes have come to say. */
  UNDECIDED;

  private static final ByteBuffer PROTOCOL =
      ByteBuffer.wrap("\u0013BitTorrent protocol".getBytes(US_ASCII)).asReadOnlyBuffer();

  /** What the bytes in the buffer are the start of; they stay there. At most 20 are needed. */
  public static Opening of(ByteBuffer received) {
    int length = Math.min(received.remaining(), PROTOCOL.limit());
    ByteBuffer start = received.slice(received.position(), length);
    if (!start.equals(PROTOCOL.slice(0, length))) {
      return ENCRYPTED;
    }
    return length == PROTOCOL.limit() ? PLAINTEXT : UNDECIDED;
  }
}
