package org.betor.mods.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body of so many bytes; it is an error if fewer come. */
final class CountedBody extends InputStream {
  private final InputStream in;
  private long left;

  CountedBody(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("the answer breaks off %d bytes before its end".formatted(left));
    }
    left -= count;
    return count;
  }
}
