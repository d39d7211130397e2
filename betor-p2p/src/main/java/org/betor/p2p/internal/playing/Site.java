package org.betor.p2p.internal.playing;

import java.util.Optional;

/** What is served. Asked on the server's thread, so it answers at once. */
@FunctionalInterface
public interface Site {

  /**
   * What stands at a path.
   *
   * @param path as the client sent it: from its slash on, percent-encoded, with the query
   */
  Optional<Resource> find(String path);
}
