package org.betor.mods.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112, HTTP/1.1</a>
 */
record Head(int status, Map<String, List<String>> headers) {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final int MOST_LINES = 200;
  private static final int MOST_BYTES_OF_A_LINE = 16_384;
  private static final int FIRST_FINAL_STATUS = 200;

  /** The first head that is no interim one. */
  static Head read(InputStream in) throws IOException {
    for (int interim = 0; interim < MOST_LINES; interim++) {
      Head head = readOne(in);
      if (head.status >= FIRST_FINAL_STATUS) {
        return head;
      }
    }
    throw new IOException("the answer never comes to its point");
  }

  private static Head readOne(InputStream in) throws IOException {
    String first = line(in);
    Matcher status = STATUS.matcher(first);
    if (!status.matches()) {
      throw new IOException("the answer is none of HTTP");
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon <= 0 || headers.size() >= MOST_LINES) {
        throw new IOException("the answer's head is none of HTTP");
      }
      headers
          .computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return new Head(Integer.parseInt(status.group(1)), headers);
  }

  /** Without its end. */
  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the answer breaks off");
      }
      if (line.length() == MOST_BYTES_OF_A_LINE) {
        throw new IOException("the answer's head has a line without end");
      }
      line.append((char) next);
    }
    int length = line.length();
    return length > 0 && line.charAt(length - 1) == '\r'
        ? line.substring(0, length - 1)
        : line.toString();
  }

  Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  boolean isChunked() {
    return header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent();
  }

  /** Empty if it does not say, or in a way that cannot be understood. */
  OptionalLong length() {
    return header("Content-Length").filter(it -> NUMBER.matcher(it).matches()).stream()
        .mapToLong(Long::parseLong)
        .findFirst();
  }
}
