package org.betor.p2p.internal.portmap;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Where gateways are asked for.
 *
 * @param group who is asked, all at once if it is a multicast address
 * @param silence how long to wait for one more answer
 * @see <a href="https://openconnectivity.org/developer/specifications/upnp-resources/upnp/">UPnP
 *     Device Architecture, discovery</a>
 */
public record Ssdp(InetSocketAddress group, Duration silence) {

  /** Where all gateways listen, over IPv4. */
  public static final Ssdp USUAL =
      new Ssdp(new InetSocketAddress("239.255.255.250", 1_900), Duration.ofSeconds(3));
}
