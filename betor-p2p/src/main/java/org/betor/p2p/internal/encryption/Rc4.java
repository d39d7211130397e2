package org.betor.p2p.internal.encryption;

import java.nio.ByteBuffer;

/**
 * RC4 without the start of its key stream, which gives too much of the key away. Written out here,
 * since the cipher of the JDK takes half as long again, and platforms with strict rules lack it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6229">RFC 6229, test vectors for RC4</a>
 */
final class Rc4 implements StreamCipher {
  private static final int DISCARDED_BYTES = 1024;
  private static final int STATES = 256;
  private static final int MASK = STATES - 1;
  private static final int CHUNK_BYTES = 4096;

  private final int[] states = new int[STATES];
  private int step;
  private int swap;

  /** For bytes outside of the heap, which take longer to reach one by one. */
  private final byte[] chunk = new byte[CHUNK_BYTES];

  Rc4(byte[] key) {
    schedule(key);
    apply(chunk, 0, DISCARDED_BYTES);
  }

  private void schedule(byte[] key) {
    for (int i = 0; i < STATES; i++) {
      states[i] = i;
    }
    int j = 0;
    for (int i = 0; i < STATES; i++) {
      int state = states[i];
      j = (j + state + key[i % key.length]) & MASK;
      states[i] = states[j];
      states[j] = state;
    }
  }

  @Override
  public void apply(ByteBuffer bytes) {
    if (bytes.hasArray()) {
      apply(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      return;
    }
    for (int at = bytes.position(); at < bytes.limit(); at += CHUNK_BYTES) {
      int length = Math.min(CHUNK_BYTES, bytes.limit() - at);
      bytes.get(at, chunk, 0, length);
      apply(chunk, 0, length);
      bytes.put(at, chunk, 0, length);
    }
  }

  private void apply(byte[] bytes, int start, int length) {
    int i = step;
    int j = swap;
    for (int at = start; at < start + length; at++) {
      i = (i + 1) & MASK;
      int state = states[i];
      j = (j + state) & MASK;
      int other = states[j];
      states[i] = other;
      states[j] = state;
      bytes[at] ^= (byte) states[(state + other) & MASK];
    }
    step = i;
    swap = j;
  }
}
