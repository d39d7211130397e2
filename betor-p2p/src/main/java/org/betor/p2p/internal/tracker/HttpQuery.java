package org.betor.p2p.internal.tracker;

import java.net.URI;
import java.util.Locale;

/** Parameters that are added to an address. */
final class HttpQuery {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private final StringBuilder text = new StringBuilder();

  HttpQuery add(String name, byte[] value) {
    begin(name);
    for (byte each : value) {
      char letter = (char) (each & 0xff);
      text.append(
          PLAIN.indexOf(letter) >= 0
              ? String.valueOf(letter)
              : String.format(Locale.ROOT, "%%%02X", (int) letter));
    }
    return this;
  }

  HttpQuery add(String name, Object value) {
    begin(name);
    text.append(value);
    return this;
  }

  /** The address with these parameters behind its own. */
  URI behind(URI address) {
    String own = address.toASCIIString();
    int fragment = own.indexOf('#');
    String base = fragment < 0 ? own : own.substring(0, fragment);
    return URI.create(base + (base.indexOf('?') < 0 ? '?' : '&') + text);
  }

  private void begin(String name) {
    text.append(text.isEmpty() ? "" : "&").append(name).append('=');
  }
}
