package org.betor.samples;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.Optional;

/**
 * What somebody asks of a service.
 *
 * @param service the first folder of the path
 * @param path what follows, without a slash at its start
 */
record TitleRequest(String service, String path, Parameters query, Headers headers) {

  /** Reads a request; {@code address} is its path and query, without a slash at its start. */
  static TitleRequest of(HttpExchange exchange, String address) {
    URI uri = URI.create("/" + address);
    String[] parts = uri.getPath().substring(1).split("/", 2);
    return new TitleRequest(
        parts[0],
        parts.length == 2 ? parts[1] : "",
        Parameters.of(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
        exchange.getRequestHeaders());
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }
}
