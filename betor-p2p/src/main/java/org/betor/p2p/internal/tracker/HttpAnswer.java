package org.betor.p2p.internal.tracker;

import java.util.Map;
import java.util.Optional;

/**
 * What an HTTP server sent.
 *
 * @param status such as 200
 * @param headers by their names in lower case
 * @param body decompressed
 */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

  boolean isOk() {
    return status == 200;
  }

  /** Where it says that the answer is; empty if it is here. */
  Optional<String> redirect() {
    return status >= 300 && status < 400 ? header("location") : Optional.empty();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
