package org.betor.p2p.internal.swarm;

/** Bounds the connections of all torrents of a client. Used on the loop's thread only. */
public final class Seats {
  private int free;

  /** So many. */
  public Seats(int count) {
    this.free = count;
  }

  /** Takes one, if one is free. */
  public boolean take() {
    if (free == 0) {
      return false;
    }
    free--;
    return true;
  }

  /** One is free again. */
  public void giveBack() {
    free++;
  }
}
