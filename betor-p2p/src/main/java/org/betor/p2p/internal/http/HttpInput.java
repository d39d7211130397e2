package org.betor.p2p.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * Reads one HTTP/1.1 answer, whose head is bounded.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112, HTTP/1.1</a>
 */
final class HttpInput {
  private static final int MAX_HEAD_BYTES = 64 * 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.\\d (\\d{3})(?: .*)?");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private final InputStream in;
  private int headBytes;

  HttpInput(InputStream in) {
    this.in = in;
  }

  /** The answer without its body. */
  HttpAnswer head() throws IOException {
    Matcher status = STATUS.matcher(line());
    if (!status.matches()) {
      throw new MalformedException("it does not speak HTTP");
    }
    return HttpAnswer.head(Integer.parseInt(status.group(1)), headers());
  }

  /** The body behind that head, as it was sent. */
  InputStream content(HttpAnswer head) throws MalformedException {
    if (head.header("transfer-encoding").orElse("").equalsIgnoreCase("chunked")) {
      return new ChunkedContent(in, this);
    }
    String length = head.header("content-length").orElse("");
    if (length.isEmpty()) {
      return in;
    }
    if (!LENGTH.matcher(length).matches()) {
      throw new MalformedException("its answer has a length of \"" + length + "\"");
    }
    return new MeasuredContent(in, Long.parseLong(length));
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

  /** A line of a head, or between chunks; all of them together are bounded. */
  String line() throws IOException {
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
