package org.betor.mods.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body in chunks; it is an error if the last one does not come.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#name-chunked-transfer-coding">RFC 9112,
 *     chunked transfer coding</a>
 */
final class ChunkedBody extends InputStream {
  private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,15})(?:[ \t;].*)?");

  private final InputStream in;
  private long left;
  private boolean isFirst = true;
  private boolean isOver;

  ChunkedBody(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0 && !isOver) {
      nextChunk();
    }
    if (isOver) {
      return -1;
    }
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("the answer breaks off in a chunk");
    }
    left -= count;
    return count;
  }

  /** What follows the last chunk is left alone. */
  private void nextChunk() throws IOException {
    if (!isFirst && !Head.line(in).isEmpty()) {
      throw new IOException("a chunk of the answer is longer than it says");
    }
    isFirst = false;
    Matcher size = SIZE.matcher(Head.line(in));
    if (!size.matches()) {
      throw new IOException("a chunk of the answer has no size");
    }
    left = Long.parseLong(size.group(1), 16);
    isOver = left == 0;
  }
}
