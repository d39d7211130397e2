package org.betor.p2p.internal.playing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asks for.
 *
 * @param method such as {@code GET}
 * @param path as it came, percent-encoded and from its slash on; with the query
 * @param persistent whether the client may ask once more on the same connection
 * @param headers by name in lower case, in the order of their lines
 */
record Request(String method, String path, boolean persistent, Map<String, List<String>> headers) {

  boolean isHead() {
    return method.equals("HEAD");
  }

  /** The value of a header; lines of the same name are one list. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values));
  }
}
