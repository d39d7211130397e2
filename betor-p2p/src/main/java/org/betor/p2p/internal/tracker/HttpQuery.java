package org.betor.p2p.internal.tracker;

import java.net.URI;
import org.betor.p2p.internal.http.Percent;

/** Parameters that are added to an address. */
final class HttpQuery {
  private final StringBuilder text = new StringBuilder();

  HttpQuery add(String name, byte[] value) {
    begin(name);
    text.append(Percent.encode(value));
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
