package org.betor.p2p.internal.http;

import java.util.Map;
import java.util.Optional;

/** What an HTTP server sent. */
public final class HttpAnswer {
  private static final byte[] NOTHING = {};

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** An answer whose body is empty, with its headers by their names in lower case. */
  static HttpAnswer head(int status, Map<String, String> headers) {
    return new HttpAnswer(status, Map.copyOf(headers), NOTHING);
  }

  /** This answer with a body, decompressed. */
  HttpAnswer with(byte[] other) {
    return new HttpAnswer(status, headers, other);
  }

  /** Three digits. */
  public int status() {
    return status;
  }

  /** Decompressed; empty if it was read as a stream. */
  public byte[] body() {
    return body;
  }

  /** Whether all went well, and all is here. */
  public boolean isOk() {
    return status == 200;
  }

  /** Where it says that the answer is; empty if it is here. */
  Optional<String> redirect() {
    return status >= 300 && status < 400 ? header("location") : Optional.empty();
  }

  /** The value of a header, by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
