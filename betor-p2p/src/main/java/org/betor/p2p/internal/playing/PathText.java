package org.betor.p2p.internal.playing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Reads paths of files as they stand in addresses: UTF-8, percent-encoded.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2">RFC 3986, characters</a>
 */
public final class PathText {
  private static final String HEX = "0123456789ABCDEF";

  private PathText() {}

  /** Decodes a path that may come from anyone; what is no encoding stays as it is. */
  public static String decode(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%' && digit(text, i + 1) >= 0 && digit(text, i + 2) >= 0) {
        octets.write(digit(text, i + 1) << 4 | digit(text, i + 2));
        i += 2;
      } else {
        octets.write(text.charAt(i));
      }
    }
    return octets.toString(UTF_8);
  }

  private static int digit(String text, int index) {
    return index < text.length() ? HEX.indexOf(Character.toUpperCase(text.charAt(index))) : -1;
  }
}
