package org.betor.p2p.internal.http;

import java.io.IOException;
import java.io.InputStream;
import org.betor.p2p.internal.bencode.MalformedException;

/** As many bytes as were promised. */
final class MeasuredContent extends InputStream {
  private final InputStream in;
  private long left;

  MeasuredContent(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int most) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = in.read(target, offset, (int) Math.min(most, left));
    if (count < 0) {
      throw new MalformedException("its answer ends too early");
    }
    left -= count;
    return count;
  }
}
