package org.betor.samples;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** Asks a site for its pages, and follows no redirect. */
final class Browser {
  private static final int PATIENCE_MILLIS = 10_000;

  private Browser() {}

  static Response get(SampleSite site, String path) {
    return get(site.home().resolve(path));
  }

  static Response get(URI address) {
    try {
      return ask(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Response ask(URI address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setReadTimeout(PATIENCE_MILLIS);
    int status = connection.getResponseCode();
    try (InputStream body =
        status < 400
            ? connection.getInputStream()
            : Objects.requireNonNullElseGet(
                connection.getErrorStream(), InputStream::nullInputStream)) {
      byte[] bytes = body.readAllBytes();
      if (bytes.length < connection.getContentLengthLong()) {
        throw new EOFException(address + " ends in its middle");
      }
      return new Response(
          status,
          new String(bytes, StandardCharsets.UTF_8),
          new String(bytes, StandardCharsets.ISO_8859_1),
          connection);
    }
  }

  /** The body in UTF-8, and with one letter for each byte. */
  record Response(int status, String body, String latin, HttpURLConnection connection) {
    Optional<String> header(String name) {
      return Optional.ofNullable(connection.getHeaderField(name));
    }
  }
}
