package org.betor.providers.torznab;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as servers write them, with spaces and brackets in them. */
final class Links {
  private static final int MAX_CHARS = 8_192;
  private static final Pattern NOT_OF_A_URI =
      Pattern.compile("[^A-Za-z0-9\\-._~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})");

  private Links() {}

  /** An absolute address over HTTP, if the text is one. */
  static Optional<URI> web(URI page, String text) {
    if (text.isEmpty() || text.length() > MAX_CHARS) {
      return Optional.empty();
    }
    try {
      URI address = page.resolve(new URI(encoded(text)));
      String scheme = String.valueOf(address.getScheme());
      boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
      return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  /** As {@link #web(URI, String)}, where only an absolute address makes sense. */
  static Optional<URI> web(String text) {
    return text.startsWith("http") ? web(URI.create("http://localhost/"), text) : Optional.empty();
  }

  private static String encoded(String text) {
    return NOT_OF_A_URI
        .matcher(text)
        .replaceAll(
            odd -> {
              StringBuilder escaped = new StringBuilder();
              for (byte octet : odd.group().getBytes(StandardCharsets.UTF_8)) {
                escaped.append("%%%02X".formatted(octet & 0xff));
              }
              return escaped.toString();
            });
  }
}
