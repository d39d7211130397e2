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
  PEX,
  /**
   * The local network is told, every few minutes and in a message to all, which torrents are shared
   * here and at which port. Everyone on it can read that, such as who runs it, or other guests. Of
   * use where several clients of one network share a torrent: they need no way to the Internet.
   *
   * <p>On the network of the address that the client is bound to, or on all that are up when it is
   * opened; IPv4 only. Off unless set.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0014.html">BEP 14, local service
   *     discovery</a>
   */
  LSD
}
