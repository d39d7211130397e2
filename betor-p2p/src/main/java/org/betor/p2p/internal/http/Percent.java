package org.betor.p2p.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes bytes and paths as they may stand in an address. */
public final class Percent {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private Percent() {}

  /** A path, of which the slashes stay as they are. */
  public static String path(String path) {
    return Stream.of(path.split("/", -1))
        .map(name -> encode(name.getBytes(UTF_8)))
        .collect(Collectors.joining("/"));
  }

  /**
   * All but the unreserved ones are escaped.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2.3">RFC 3986, unreserved</a>
   */
  public static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      char letter = (char) (each & 0xff);
      text.append(
          PLAIN.indexOf(letter) >= 0
              ? String.valueOf(letter)
              : String.format(Locale.ROOT, "%%%02X", (int) letter));
    }
    return text.toString();
  }
}
