package org.betor.p2p.internal.swarm;

/**
 * How many peers there may be.
 *
 * @param connections of all torrents together
 * @param connectionsPerTorrent of each
 * @param uploadSlots that each torrent uploads to at the same time
 */
public record Limits(int connections, int connectionsPerTorrent, int uploadSlots) {
  /** Unless somebody says otherwise. */
  public static final Limits USUAL = new Limits(500, 60, 9);

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public Limits {
    check("connections", connections);
    check("connections per torrent", connectionsPerTorrent);
    check("upload slots", uploadSlots);
  }

  private static void check(String what, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("%s are 1 or more, got %d".formatted(what, count));
    }
  }

  /** The same, but for this. */
  public Limits withConnections(int count) {
    return new Limits(count, connectionsPerTorrent, uploadSlots);
  }

  /** The same, but for this. */
  public Limits withConnectionsPerTorrent(int count) {
    return new Limits(connections, count, uploadSlots);
  }

  /** The same, but for this. */
  public Limits withUploadSlots(int count) {
    return new Limits(connections, connectionsPerTorrent, count);
  }
}
