package org.betor.p2p.internal.webseed;

import java.io.IOException;

/** A web seed does what no server should: it is not asked again. */
final class UselessSeedException extends IOException {
  private static final long serialVersionUID = 1;

  UselessSeedException(String message) {
    super(message);
  }
}
