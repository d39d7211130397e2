package org.betor.p2p.internal.swarm;

/**
 * Bounds the memory of pieces that are on their way, for all torrents of a client. Used on the
 * loop's thread only.
 */
public final class Room {
  private final long bytes;
  private long taken;
  private boolean refused;

  /** Room for so many bytes of pieces. */
  public Room(long bytes) {
    this.bytes = bytes;
  }

  /**
   * Takes room for a piece, if there is some; a torrent's first piece may take twice as much all
   * together, so that torrents do not wait for one another's slow peers.
   */
  boolean take(long piece, boolean first) {
    boolean fits = taken == 0 || taken + piece <= (first ? 2 * bytes : bytes);
    taken += fits ? piece : 0;
    refused = !fits;
    return fits;
  }

  /** A piece is done with. */
  void giveBack(long piece) {
    taken -= piece;
    refused = false;
  }

  /** Whether somebody was refused, and nothing was given back since. */
  boolean isShort() {
    return refused;
  }
}
