package org.betor.p2p.internal.encryption;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/** RC4 without the start of its key stream, which gives too much of the key away. */
final class Rc4 implements StreamCipher {
  private static final String NAME = "ARCFOUR";
  private static final int DISCARDED_BYTES = 1024;
  private static final int CHUNK_BYTES = 4096;

  private final Cipher cipher;

  /** For bytes outside of the heap, which the cipher cannot change in place. */
  private final byte[] chunk = new byte[CHUNK_BYTES];

  Rc4(byte[] key) {
    try {
      cipher = Cipher.getInstance(NAME);
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, NAME));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("RC4 is switched off in this Java platform", e);
    }
    apply(chunk, 0, DISCARDED_BYTES);
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
    try {
      cipher.update(bytes, start, length, bytes, start);
    } catch (ShortBufferException e) {
      throw new IllegalStateException("a stream cipher makes no byte more", e);
    }
  }
}
