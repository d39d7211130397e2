package org.betor.p2p.internal.webseed;

import java.io.IOException;

/** A web seed does not have one of the files. */
final class FileGoneException extends IOException {
  private static final long serialVersionUID = 1;

  private final int file;

  FileGoneException(Span span) {
    super("it does not have " + span.file().path());
    this.file = span.index();
  }

  /** Its index in the torrent. */
  int file() {
    return file;
  }
}
