package org.betor.samples;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody asked of a {@link FakeSteamWeb}.
 *
 * @param method such as {@code POST}
 * @param address path and query, without a slash at its start
 * @param headers the first value of each, by names in any case
 * @param body the form, of a request by POST
 */
public record SteamRequest(
    String method, String address, Map<String, String> headers, String body) {
  private static final int MOST_BYTES = 1 << 20;

  static SteamRequest of(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    return new SteamRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString().substring(1),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  /** The ids that it asks for, by their indices; none if there are fewer than it says. */
  Optional<List<Long>> ids(Parameters parameters, int count) {
    List<Long> ids = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      String id = parameters.get("publishedfileids[%d]".formatted(index));
      if (!id.matches("\\d{1,19}")) {
        return Optional.empty();
      }
      ids.add(Long.parseLong(id));
    }
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
  }

  String path() {
    return URI.create("/" + address).getPath().substring(1);
  }

  Parameters query() {
    String query = URI.create("/" + address).getRawQuery();
    return Parameters.of(query == null ? "" : query);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
