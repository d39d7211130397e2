package org.betor.p2p.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/** Transmission's remote control. */
final class TransmissionRpc {
  private static final String SESSION = "X-Transmission-Session-Id";
  private static final int TIMEOUT_MS = 5_000;

  private final URI address;
  private String session = "";

  TransmissionRpc(int port) {
    this.address = URI.create("http://127.0.0.1:" + port + "/transmission/rpc");
  }

  /** The answer's JSON; empty if there was none, such as before the daemon listens. */
  Optional<String> call(String method, String arguments) {
    String request = "{\"method\": \"%s\", \"arguments\": {%s}}".formatted(method, arguments);
    try {
      return send(request).or(() -> again(request));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The first answer is only the session's id, which every request has to carry. */
  private Optional<String> again(String request) {
    try {
      return send(request);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> send(String request) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MS);
    connection.setReadTimeout(TIMEOUT_MS);
    connection.setRequestProperty(SESSION, session);
    connection.setDoOutput(true);
    connection.getOutputStream().write(request.getBytes(UTF_8));
    if (connection.getResponseCode() == HttpURLConnection.HTTP_CONFLICT) {
      session = connection.getHeaderField(SESSION);
      return Optional.empty();
    }
    try (InputStream answer = connection.getInputStream()) {
      return Optional.of(new String(answer.readAllBytes(), UTF_8));
    }
  }
}
