package org.betor.p2p.internal.bencode;

import java.io.IOException;

/** Somebody sent what is not in the shape that was agreed on; the message says what. */
public final class MalformedException extends IOException {
  private static final long serialVersionUID = 1;

  /** For this reason. */
  public MalformedException(String message) {
    super(message);
  }
}
