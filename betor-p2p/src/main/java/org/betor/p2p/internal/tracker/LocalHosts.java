package org.betor.p2p.internal.tracker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;

/**
 * Keeps torrents, which anyone can write, from making this machine ask services that only it can
 * reach.
 */
final class LocalHosts {

  /** In an IPv6 address: seven bits that mark those of a private network, RFC 4193. */
  private static final int UNIQUE_LOCAL = 0xfc;

  private boolean cameFromOutside;

  /**
   * Checks an address before it is asked; one that another led to is checked after that one.
   *
   * @throws IOException if it must not be asked
   */
  void check(URI address, InetAddress host) throws IOException {
    if (!isLocal(host)) {
      cameFromOutside = true;
    } else if (cameFromOutside) {
      throw new IOException("it redirects from outside to a local address, which is not followed");
    } else if (!host.isSiteLocalAddress() && !looksLikeATracker(address)) {
      throw new IOException(
          "it is on this machine, where only paths that begin with /announce are asked");
    }
  }

  private static boolean isLocal(InetAddress host) {
    byte[] bytes = host.getAddress();
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == UNIQUE_LOCAL;
    return host.isLoopbackAddress()
        || host.isAnyLocalAddress()
        || host.isLinkLocalAddress()
        || host.isSiteLocalAddress()
        || uniqueLocal;
  }

  private static boolean looksLikeATracker(URI address) {
    return address.getRawPath().startsWith("/announce")
        || address.getRawPath().startsWith("/scrape");
  }
}
