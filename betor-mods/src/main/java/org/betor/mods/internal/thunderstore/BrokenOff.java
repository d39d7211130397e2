package org.betor.mods.internal.thunderstore;

import java.io.IOException;

/** The network's trouble, as distinct from the disk's. */
final class BrokenOff extends Exception {
  private static final long serialVersionUID = 1;

  BrokenOff(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
