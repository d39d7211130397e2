package org.betor.p2p;

/** A way to find peers besides trackers. Private torrents use none of them. */
public enum Discovery {
  /**
   * A directory that all clients of the world keep together; whoever asks it for a torrent's peers
   * becomes known as one of them.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0005.html">BEP 5, DHT protocol</a>
   */
  DHT,
  /**
   * Connected peers tell one another whom else they know.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0011.html">BEP 11, peer exchange</a>
   */
  PEX
}
