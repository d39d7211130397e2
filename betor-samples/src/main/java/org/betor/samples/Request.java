package org.betor.samples;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What somebody asks of a site.
 *
 * @param server such as {@code http://127.0.0.1:8080}
 * @param root the first folder, where the site lives or has moved to
 * @param path what follows, without a slash at its start
 * @param rawQuery empty if there is none
 */
record Request(String server, String site, String root, String path, String rawQuery) {

  static Request of(HttpExchange exchange, String site) {
    InetSocketAddress local = exchange.getLocalAddress();
    URI uri = exchange.getRequestURI();
    String[] parts = uri.getPath().substring(1).split("/", 2);
    return new Request(
        "http://%s:%d".formatted(local.getAddress().getHostAddress(), local.getPort()),
        site,
        parts[0],
        parts.length == 2 ? parts[1] : "",
        uri.getRawQuery() == null ? "" : uri.getRawQuery());
  }

  boolean isRobots() {
    return root.equals("robots.txt");
  }

  boolean isHere() {
    return root.equals(site) || moved();
  }

  boolean moved() {
    return root.equals(newRoot());
  }

  String home() {
    return "%s/%s/".formatted(server, root);
  }

  /** The address below the home. */
  String address() {
    String inside = isRobots() ? "/robots.txt" : path;
    return rawQuery.isEmpty() ? inside : inside + "?" + rawQuery;
  }

  String newAddress() {
    return "%s/%s/%s".formatted(server, newRoot(), address());
  }

  Map<String, String> query() {
    Map<String, String> query = new HashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private String newRoot() {
    return site + "-novo";
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
