package org.betor.p2p.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.betor.p2p.internal.bencode.MalformedException;

/** Reads an answer to its end. The body is bounded both as it comes and decompressed. */
final class WholeAnswer {
  private static final int MAX_BODY_BYTES = 1024 * 1024;

  private WholeAnswer() {}

  static HttpAnswer read(HttpAnswer head, InputStream content) throws IOException {
    byte[] body = bounded(content);
    boolean compressed =
        head.header("content-encoding").orElse("").toLowerCase(Locale.ROOT).endsWith("gzip");
    return head.with(compressed ? decompressed(body) : body);
  }

  private static byte[] decompressed(byte[] body) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return bounded(gzip);
    }
  }

  private static byte[] bounded(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(MAX_BODY_BYTES + 1);
    if (bytes.length > MAX_BODY_BYTES) {
      throw new MalformedException("its answer has more than 1 MiB");
    }
    return bytes;
  }
}
