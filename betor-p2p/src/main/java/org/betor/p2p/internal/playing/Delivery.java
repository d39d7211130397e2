package org.betor.p2p.internal.playing;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Brings a part of a resource to a client; on a thread of its own.
 *
 * @param head what is sent before it
 * @param body the part
 * @param outlet the way to the client
 */
record Delivery(ByteBuffer head, Reply.Body body, Outlet outlet) {
  private static final int CHUNK_BYTES = 64 << 10;

  /**
   * Opens it.
   *
   * @throws IOException if there is nothing to deliver; the client was told nothing then
   */
  SeekableByteChannel open() throws IOException {
    SeekableByteChannel content = body.resource().opening().open();
    try {
      return content.position(body.part().first());
    } catch (IOException e) {
      content.close();
      throw e;
    }
  }

  /** Sends all of it. */
  void send(SeekableByteChannel content) throws IOException {
    outlet.write(head);
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
    for (long left = body.part().length(); left > 0; left -= chunk.limit()) {
      chunk.clear().limit((int) Math.min(left, chunk.capacity()));
      if (content.read(chunk) < 0) {
        throw new EOFException(left + " bytes are missing at its end");
      }
      outlet.write(chunk.flip());
    }
  }
}
