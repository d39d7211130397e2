package org.betor.p2p.internal.webseed;

import java.net.InetAddress;
import java.net.URI;
import org.betor.p2p.internal.http.LocalHosts;

/**
 * Which hosts near this machine may be asked as web seeds: a torrent may name files there, but must
 * not make services do something.
 */
final class SeedHosts {

  private SeedHosts() {}

  /** For one question. */
  static LocalHosts localHosts() {
    return new LocalHosts(SeedHosts::isHarmless, "only files are asked for, without a query");
  }

  /** Machines of clouds are told their secrets at link-local addresses; no files are there. */
  private static boolean isHarmless(URI address, InetAddress host) {
    return address.getRawQuery() == null && !host.isLinkLocalAddress();
  }
}
