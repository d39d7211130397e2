package org.betor.core.internal.imdb;

import java.nio.ByteBuffer;
import org.apache.lucene.util.BytesRef;

/**
 * How people like a title.
 *
 * @param hundredths from 0 to 1000
 * @param votes how many people have voted
 */
record Rating(int hundredths, int votes) {
  static final Rating NONE = new Rating(0, 0);

  private static final int BYTES = 6;

  static Rating read(BytesRef bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    int votes = Integer.MAX_VALUE - in.getInt();
    return new Rating(in.getShort(), votes);
  }

  /** Bytes that are in order of votes: of several ratings the one with most votes counts. */
  BytesRef bytes() {
    ByteBuffer out = ByteBuffer.allocate(BYTES);
    out.putInt(Integer.MAX_VALUE - votes).putShort((short) hundredths);
    return new BytesRef(out.array());
  }
}
