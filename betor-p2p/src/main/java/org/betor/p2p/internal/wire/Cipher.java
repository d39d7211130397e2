package org.betor.p2p.internal.wire;

import java.nio.ByteBuffer;

/** Changes bytes on their way, one after the other. */
@FunctionalInterface
public interface Cipher {
  /** Leaves them as they are. */
  Cipher NONE = bytes -> {};

  /** Changes the bytes that remain, in place; the position stays. */
  void apply(ByteBuffer bytes);
}
