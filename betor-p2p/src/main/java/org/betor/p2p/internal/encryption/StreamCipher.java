package org.betor.p2p.internal.encryption;

import java.nio.ByteBuffer;

/** Enciphers or deciphers one direction of a stream. Used by one thread at a time. */
@FunctionalInterface
public interface StreamCipher {
  /** Leaves everything as it is. */
  StreamCipher NONE = bytes -> {};

  /**
   * Changes, in place, the bytes from the buffer's position to its limit, both of which stay. Each
   * byte of a stream is given once, in the stream's order.
   */
  void apply(ByteBuffer bytes);
}
