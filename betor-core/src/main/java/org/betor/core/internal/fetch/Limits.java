package org.betor.core.internal.fetch;

import java.time.Duration;

/**
 * How long, how much and how often at most.
 *
 * @param connect for a connection
 * @param answer for a whole answer, body included, once its turn has come
 * @param bodyBytes of a decompressed body
 * @param atOnce requests to one host at the same time
 * @param between the starts of two requests to one host; none for this machine itself
 */
record Limits(Duration connect, Duration answer, int bodyBytes, int atOnce, Duration between) {
  static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(10), Duration.ofSeconds(30), 8 << 20, 2, Duration.ofMillis(500));
}
