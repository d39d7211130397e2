package org.betor.p2p.internal.tracker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;

/**
 * The path and query of a tracker's address, which an announce carries behind its end.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0041.html">BEP 41, UDP tracker extensions</a>
 */
final class UrlData {
  private static final byte URL_DATA = 2;
  private static final int MAX_OPTION_BYTES = 255;

  /** With it, an announce is still sent in one packet everywhere. */
  private static final int MAX_BYTES = 1000;

  private UrlData() {}

  static void write(ByteBuffer datagram, URI tracker) throws IOException {
    byte[] data = of(URI.create(tracker.toASCIIString())).getBytes(US_ASCII);
    if (data.length > MAX_BYTES) {
      throw new IOException("the tracker's address is too long to be sent to it");
    }
    for (int start = 0; start < data.length; start += MAX_OPTION_BYTES) {
      int length = Math.min(MAX_OPTION_BYTES, data.length - start);
      datagram.put(URL_DATA).put((byte) length).put(data, start, length);
    }
  }

  private static String of(URI tracker) {
    String path = tracker.getRawPath() == null ? "" : tracker.getRawPath();
    return tracker.getRawQuery() == null ? path : path + "?" + tracker.getRawQuery();
  }
}
