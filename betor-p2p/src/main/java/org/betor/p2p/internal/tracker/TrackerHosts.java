package org.betor.p2p.internal.tracker;

import java.net.InetAddress;
import java.net.URI;
import org.betor.p2p.internal.http.LocalHosts;

/** Which hosts near this machine may be asked as trackers: in the house any, on it few paths. */
final class TrackerHosts {

  private TrackerHosts() {}

  /** For one question. */
  static LocalHosts localHosts() {
    return new LocalHosts(
        TrackerHosts::isHarmless, "only paths that begin with /announce are asked");
  }

  private static boolean isHarmless(URI address, InetAddress host) {
    return host.isSiteLocalAddress()
        || address.getRawPath().startsWith("/announce")
        || address.getRawPath().startsWith("/scrape");
  }
}
