package org.betor.p2p.internal.dht;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Which addresses a node has to do with. */
public enum Reach {
  /**
   * Only those that the whole Internet reaches: nobody can point us at machines of our own network.
   * One IP address counts as two nodes at most, so that a crowd needs many.
   */
  PUBLIC(2),
  /** All, such as those of one machine: for tests, and for networks of one's own. */
  ANY(Integer.MAX_VALUE);

  private final int placesForOneIp;

  Reach(int placesForOneIp) {
    this.placesForOneIp = placesForOneIp;
  }

  /** How often one IP address may stand in one list. */
  int placesForOneIp() {
    return placesForOneIp;
  }

  boolean admits(InetSocketAddress address) {
    return Compact.fits(address)
        && address.getPort() != 0
        && (this == ANY || isPublic(address.getAddress()));
  }

  private static boolean isPublic(InetAddress ip) {
    return !ip.isLoopbackAddress()
        && !ip.isSiteLocalAddress()
        && !ip.isLinkLocalAddress()
        && !ip.isMulticastAddress()
        && !isReserved(ip.getAddress());
  }

  /**
   * This network, the space that carriers share between customers, and all above multicast.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890, special-purpose addresses</a>
   */
  private static boolean isReserved(byte[] ip) {
    int first = Byte.toUnsignedInt(ip[0]);
    int second = Byte.toUnsignedInt(ip[1]);
    return first == 0 || (first == 100 && second >= 64 && second < 128) || first >= 240;
  }
}
