package org.betor.p2p.internal.tracker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * Reads one HTTP/1.1 answer. Head and body are bounded, the body both as it comes and decompressed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112, HTTP/1.1</a>
 */
final class HttpInput {
  private static final int MAX_HEAD_BYTES = 64 * 1024;
  private static final int MAX_BODY_BYTES = 1024 * 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.\\d (\\d{3})(?: .*)?");
  private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})\\s*(?:;.*)?");

  private final InputStream in;
  private int headBytes;

  HttpInput(InputStream in) {
    this.in = in;
  }

  HttpAnswer read() throws IOException {
    Matcher status = STATUS.matcher(line());
    if (!status.matches()) {
      throw new MalformedException("it does not speak HTTP");
    }
    HttpAnswer head = HttpAnswer.head(Integer.parseInt(status.group(1)), headers());
    if (head.redirect().isPresent()) {
      return head;
    }
    byte[] body = body(head);
    boolean compressed =
        head.header("content-encoding").orElse("").toLowerCase(Locale.ROOT).endsWith("gzip");
    return head.with(compressed ? decompressed(body) : body);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private byte[] body(HttpAnswer head) throws IOException {
    if (head.header("transfer-encoding").orElse("").equalsIgnoreCase("chunked")) {
      return chunks();
    }
    String length = head.header("content-length").orElse("");
    if (length.isEmpty()) {
      return bounded(in.readNBytes(MAX_BODY_BYTES + 1));
    }
    if (!length.matches("\\d{1,9}")) {
      throw new MalformedException("its answer has a length of \"" + length + "\"");
    }
    return exactly(Integer.parseInt(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int length = chunkLength(); length > 0; length = chunkLength()) {
      body.writeBytes(exactly(length));
      bounded(body.size());
      line();
    }
    return body.toByteArray();
  }

  private int chunkLength() throws IOException {
    Matcher chunk = CHUNK.matcher(line());
    if (!chunk.matches()) {
      throw new MalformedException("its answer has a malformed chunk");
    }
    return Integer.parseInt(chunk.group(1), 16);
  }

  private byte[] exactly(int length) throws IOException {
    bounded(length);
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new MalformedException("its answer ends too early");
    }
    return bytes;
  }

  private static byte[] decompressed(byte[] body) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return bounded(gzip.readNBytes(MAX_BODY_BYTES + 1));
    }
  }

  private static byte[] bounded(byte[] bytes) throws MalformedException {
    bounded(bytes.length);
    return bytes;
  }

  private static void bounded(int length) throws MalformedException {
    if (length > MAX_BODY_BYTES) {
      throw new MalformedException("its answer has more than 1 MiB");
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new MalformedException("its answer ends too early");
      }
      if (++headBytes > MAX_HEAD_BYTES) {
        throw new MalformedException("its answer has too long a head");
      }
      line.write(next);
    }
    String text = line.toString(ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
