package org.betor.api.metainfo;

import java.util.Optional;
import org.betor.api.model.MagnetLink;
import org.jspecify.annotations.Nullable;

/**
 * A torrent file is refused. The message says where in the file, and why; it is one short line
 * without control characters, fit to be shown. Reading the same file again will not help.
 */
public final class MetainfoException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final String where;
  private final transient @Nullable MagnetLink magnet;

  MetainfoException(Reason reason, String where, String why, @Nullable MagnetLink magnet) {
    super(where + " " + why);
    this.reason = reason;
    this.where = where;
    this.magnet = magnet;
  }

  MetainfoException(Reason reason, String where, String why) {
    this(reason, where, why, null);
  }

  /** What kind of fault it is. */
  public Reason reason() {
    return reason;
  }

  /** The faulty place: keys and indexes from the top, such as {@code info.files[2].path}. */
  public String where() {
    return where;
  }

  /**
   * The torrent's link, with its info-hashes, name and size, if the file is refused for its paths
   * alone: the torrent can still be named, and blocked. Empty for every other reason.
   */
  public Optional<MagnetLink> magnet() {
    return Optional.ofNullable(magnet);
  }

  /** What is wrong with a torrent file. */
  public enum Reason {
    /** It is not bencoded, or not in the shape of a torrent file. */
    MALFORMED,
    /** It has more bytes, values or depth than we read, or numbers too large to count with. */
    TOO_LARGE,
    /** Its parts contradict one another: sizes, piece counts, hashes, the halves of a hybrid. */
    INCONSISTENT,
    /** A file's path leads out of the torrent's folder, cannot be written, or is there twice. */
    UNSAFE_PATH,
    /** It is of a kind that we do not read. */
    UNSUPPORTED
  }
}
