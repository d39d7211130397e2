package org.betor.p2p.internal.http;

import java.util.Locale;

/** Writes bytes as they may stand in an address. */
public final class Percent {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private Percent() {}

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
