package org.betor.p2p.internal.portmap;

import java.io.IOException;

/** A gateway does not do what it was asked for. */
final class RefusedException extends IOException {
  static final int CONFLICT = 718;
  static final int ONLY_PERMANENT_LEASES = 725;

  private static final long serialVersionUID = 1;

  private final int code;

  /** With the error's number in UPnP. */
  RefusedException(int code) {
    super(
        code == CONFLICT
            ? "another machine has the port already"
            : "it refuses with error %d".formatted(code));
    this.code = code;
  }

  int code() {
    return code;
  }
}
