package org.betor.p2p.internal.http;

import java.io.IOException;
import java.io.InputStream;

/** Makes something of an answer while it comes. */
@FunctionalInterface
public interface HttpReader<A> {

  /**
   * Reads as much as it wants; blocks.
   *
   * @param head status and headers; no redirect
   * @param content the body as it was sent, perhaps compressed and of any length
   */
  A read(HttpAnswer head, InputStream content) throws IOException;
}
