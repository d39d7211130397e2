package org.betor.api.spi;

/** Something cannot be done with a torrent. The message says what, and what to do. */
public final class TorrentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** For this reason; {@code message} is for people. */
  public TorrentException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** What kind of trouble it is. */
  public Reason reason() {
    return reason;
  }

  /** What may be the matter with a torrent. */
  public enum Reason {
    /** It is of a kind that the client does not know, such as version 2 alone. */
    UNSUPPORTED,
    /** What its peers call its metadata is refused by {@code Metainfo}. */
    BAD_METADATA,
    /** The disk is full. */
    DISK_FULL,
    /** A file or folder cannot be read, made or written. */
    FILES,
    /** It was removed from its client. */
    REMOVED,
    /** Its client was closed. */
    CLOSED
  }
}
