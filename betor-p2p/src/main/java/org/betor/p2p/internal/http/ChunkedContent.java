package org.betor.p2p.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * What was sent in chunks, put together.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, chunked</a>
 */
final class ChunkedContent extends InputStream {
  private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})\\s*(?:;.*)?");

  private final InputStream in;
  private final HttpInput lines;

  /** Of the chunk; -1 behind the last one. */
  private int left;

  private boolean begun;

  ChunkedContent(InputStream in, HttpInput lines) {
    this.in = in;
    this.lines = lines;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int most) throws IOException {
    if (left == 0) {
      nextChunk();
    }
    if (left < 0) {
      return -1;
    }
    int count = in.read(target, offset, Math.min(most, left));
    if (count < 0) {
      throw new MalformedException("its answer ends too early");
    }
    left -= count;
    return count;
  }

  private void nextChunk() throws IOException {
    if (begun) {
      lines.line(); // the end of the one before
    }
    begun = true;
    Matcher chunk = CHUNK.matcher(lines.line());
    if (!chunk.matches()) {
      throw new MalformedException("its answer has a malformed chunk");
    }
    int length = Integer.parseInt(chunk.group(1), 16);
    left = length == 0 ? -1 : length;
  }
}
