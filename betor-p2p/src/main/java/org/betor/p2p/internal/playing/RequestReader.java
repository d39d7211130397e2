package org.betor.p2p.internal.playing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the head of a request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112, HTTP/1.1</a>
 */
final class RequestReader {
  private static final Pattern REQUEST_LINE =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([!-~]+) HTTP/(\\d)\\.(\\d)");
  private static final Pattern HEADER =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):([\\t\\x20-\\x7e\\x80-\\xff]*)");
  private static final Pattern ABSOLUTE =
      Pattern.compile("http://([^/?#]*)(/.*)?", Pattern.CASE_INSENSITIVE);

  /** The names by which this machine is called by itself; whatever the port. */
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d{0,5})?", Pattern.CASE_INSENSITIVE);

  private final Matcher line;
  private final Map<String, List<String>> headers;

  private RequestReader(Matcher line, Map<String, List<String>> headers) {
    this.line = line;
    this.headers = headers;
  }

  /**
   * Reads it.
   *
   * @param head its lines, without the empty one behind them
   */
  static Request read(List<String> head) throws RefusedException {
    Iterator<String> lines = head.iterator();
    Matcher first = REQUEST_LINE.matcher(lines.next());
    if (!first.matches()) {
      throw new RefusedException(Status.BAD_REQUEST);
    }
    if (!first.group(3).equals("1")) {
      throw new RefusedException(Status.VERSION_NOT_SUPPORTED);
    }
    return new RequestReader(first, headers(lines)).request();
  }

  private static Map<String, List<String>> headers(Iterator<String> lines) throws RefusedException {
    Map<String, List<String>> headers = new HashMap<>();
    while (lines.hasNext()) {
      Matcher header = HEADER.matcher(lines.next());
      if (!header.matches()) {
        throw new RefusedException(Status.BAD_REQUEST);
      }
      headers
          .computeIfAbsent(header.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
          .add(header.group(2).strip());
    }
    return headers;
  }

  private Request request() throws RefusedException {
    String target = line.group(2);
    Matcher absolute = ABSOLUTE.matcher(target);
    if (absolute.matches()) {
      checkName(absolute.group(1));
      checkHost();
      String path = absolute.group(2);
      return request(path == null ? "/" : path);
    }
    checkHost();
    return request(target);
  }

  private Request request(String path) {
    return new Request(line.group(1), path, isPersistent(), headers);
  }

  /**
   * A page whose name was made to lead here asks under that name, and is none of ours (DNS
   * rebinding). Only HTTP/1.0, which no browser speaks, may come without a name.
   */
  private void checkHost() throws RefusedException {
    List<String> hosts = headers.getOrDefault("host", List.of());
    if (hosts.size() > 1 || (hosts.isEmpty() && !isOld())) {
      throw new RefusedException(Status.BAD_REQUEST);
    }
    for (String host : hosts) {
      checkName(host);
    }
  }

  private static void checkName(String host) throws RefusedException {
    if (!LOOPBACK.matcher(host).matches()) {
      throw new RefusedException(Status.MISDIRECTED_REQUEST);
    }
  }

  /** Not if a body follows, which is not read. */
  private boolean isPersistent() {
    String connection =
        String.join(",", headers.getOrDefault("connection", List.of())).toLowerCase(Locale.ROOT);
    return !isOld()
        && !connection.contains("close")
        && !headers.containsKey("transfer-encoding")
        && headers.getOrDefault("content-length", List.of("0")).equals(List.of("0"));
  }

  private boolean isOld() {
    return line.group(4).equals("0");
  }
}
