package org.betor.p2p.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.function.BiPredicate;

/**
 * Keeps torrents, which anyone can write, from making this machine ask services that only it can
 * reach.
 */
public final class LocalHosts {

  /** In an IPv6 address: seven bits that mark those of a private network, RFC 4193. */
  private static final int UNIQUE_LOCAL = 0xfc;

  private final BiPredicate<URI, InetAddress> harmless;
  private final String rule;
  private boolean cameFromOutside;

  /**
   * For one question.
   *
   * @param harmless whether an address may be asked though its host is local
   * @param rule the same in words, behind "it is on this machine, where"
   */
  public LocalHosts(BiPredicate<URI, InetAddress> harmless, String rule) {
    this.harmless = harmless;
    this.rule = rule;
  }

  /**
   * Checks an address before it is asked; one that another led to is checked after that one.
   *
   * @throws IOException if it must not be asked
   */
  public void check(URI address, InetAddress host) throws IOException {
    if (!isLocal(host)) {
      cameFromOutside = true;
    } else if (cameFromOutside) {
      throw new IOException("it redirects from outside to a local address, which is not followed");
    } else if (!harmless.test(address, host)) {
      throw new IOException("it is on this machine, where " + rule);
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
}
