package org.betor.p2p.internal.portmap;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * A host that says it is a gateway. It is asked at its own address and nowhere else, so that nobody
 * makes this machine ask others.
 *
 * @param address from which it answered
 */
record GatewayHost(InetAddress address) {
  private static final int HTTP_PORT = 80;
  private static final int MAX_PORT = 65_535;

  /** Whether it is of this network, as a gateway is. */
  boolean isLocal() {
    return address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || address.isLoopbackAddress();
  }

  /** An absolute address that it gave. */
  URI read(String address) throws MalformedException {
    try {
      return own(new URI(address));
    } catch (URISyntaxException e) {
      throw new MalformedException("it gives an address that is none");
    }
  }

  /** An address that it gave, which may be a part of one. */
  URI read(URI base, String address) throws MalformedException {
    try {
      return own(base.resolve(new URI(address)));
    } catch (URISyntaxException e) {
      throw new MalformedException("it gives an address that is none");
    }
  }

  private URI own(URI given) throws MalformedException {
    boolean own =
        "http".equalsIgnoreCase(given.getScheme())
            && address.getHostAddress().equals(given.getHost())
            && given.getRawUserInfo() == null
            && given.getPort() != 0
            && given.getPort() <= MAX_PORT;
    if (!own) {
      throw new MalformedException("it leads to another host, or to none");
    }
    return given;
  }

  /** Where one of its addresses is reached. */
  InetSocketAddress at(URI own) {
    return new InetSocketAddress(address, own.getPort() < 0 ? HTTP_PORT : own.getPort());
  }
}
