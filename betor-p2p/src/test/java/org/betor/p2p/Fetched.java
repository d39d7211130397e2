package org.betor.p2p;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an HTTP server answered.
 *
 * @param status its number
 * @param headers by name, as they are written
 * @param body all of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Fetched(int status, Map<String, List<String>> headers, byte[] body) {

  /** With headers as names and values in turn. */
  static Fetched get(URI address, String... headers) throws IOException {
    return fetch("GET", address, headers);
  }

  static Fetched head(URI address, String... headers) throws IOException {
    return fetch("HEAD", address, headers);
  }

  /** The values of these headers, empty for those that are not there. */
  List<String> headers(String... names) {
    return Arrays.stream(names)
        .map(name -> String.join(", ", headers.getOrDefault(name, List.of())))
        .toList();
  }

  private static Fetched fetch(String method, URI address, String... headers) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestMethod(method);
    for (int i = 0; i < headers.length; i += 2) {
      connection.setRequestProperty(headers[i], headers[i + 1]);
    }
    int status = connection.getResponseCode();
    try (InputStream body =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Fetched(
          status,
          connection.getHeaderFields(),
          Objects.requireNonNullElse(body, InputStream.nullInputStream()).readAllBytes());
    }
  }
}
