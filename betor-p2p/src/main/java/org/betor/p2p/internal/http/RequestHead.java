package org.betor.p2p.internal.http;

import java.net.URI;

/** How every question over HTTP begins. */
final class RequestHead {
  private RequestHead() {}

  /** Its first lines, after which more headers may follow. */
  static String of(String method, URI address) {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return "%s %s%s HTTP/1.1\r\n".formatted(method, path, query)
        + "Host: %s%s\r\n".formatted(address.getHost(), port)
        + "User-Agent: betor\r\nConnection: close\r\n";
  }
}
