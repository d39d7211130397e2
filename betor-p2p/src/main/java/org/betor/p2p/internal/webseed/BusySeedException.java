package org.betor.p2p.internal.webseed;

import java.io.IOException;
import java.time.Duration;

/** A web seed wants to be left alone for a while. */
final class BusySeedException extends IOException {
  private static final long serialVersionUID = 1;

  private final Duration rest;

  BusySeedException(String message, Duration rest) {
    super(message);
    this.rest = rest;
  }

  /** How long, as it says; zero if it does not. */
  Duration rest() {
    return rest;
  }
}
