package org.betor.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads the address of a link as browsers do: what is not legal in an address is escaped. */
final class Href {
  private static final Pattern ILLEGAL =
      Pattern.compile("%(?![0-9A-Fa-f]{2})|[\\x00-\\x20\"<>\\\\^`{|}\\[\\]\\x7f]");

  private Href() {}

  /**
   * The address that a link on a page leads to.
   *
   * @throws IllegalArgumentException if it is no address even so
   */
  static URI resolve(URI page, String link) {
    String legal = ILLEGAL.matcher(link.strip()).replaceAll(letter -> escaped(letter.group()));
    try {
      return page.resolve(new URI(legal));
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException("no address: \"" + link + "\"", malformed);
    }
  }

  /** Whether it is one of the web, and of a host. */
  static boolean isWeb(URI address) {
    return ("http".equalsIgnoreCase(address.getScheme())
            || "https".equalsIgnoreCase(address.getScheme()))
        && address.getHost() != null;
  }

  private static String escaped(String letter) {
    return letter.equals("%")
        ? "%25"
        : "%%%02X".formatted(letter.getBytes(StandardCharsets.US_ASCII)[0]);
  }
}
