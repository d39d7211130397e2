package org.betor.p2p.internal.playing;

import java.io.IOException;

/** A request that is answered with nothing but this status. */
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1;

  private final Status status;

  RefusedException(Status status) {
    super(status.toString());
    this.status = status;
  }

  Status status() {
    return status;
  }
}
