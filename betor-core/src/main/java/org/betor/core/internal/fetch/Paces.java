package org.betor.core.internal.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.betor.api.spi.Pause;

/** The pace of each host, which is a scheme, a name and a port. */
final class Paces {
  /** Beyond so many hosts, those are forgotten that nobody waits for. */
  private static final int MOST_KEPT = 1_000;

  private final Limits limits;
  private final InstantSource clock;
  private final Pause pause;
  private final Map<String, HostPace> byHost = new HashMap<>();

  Paces(Limits limits, InstantSource clock, Pause pause) {
    this.limits = limits;
    this.clock = clock;
    this.pause = pause;
  }

  /** The pace of an address's host; {@code found} are the addresses that its name stands for. */
  synchronized HostPace of(URI address, List<InetAddress> found) {
    if (byHost.size() > MOST_KEPT) {
      byHost.values().removeIf(HostPace::isIdle);
    }
    boolean here = found.stream().allMatch(InetAddress::isLoopbackAddress);
    Duration between = here ? Duration.ZERO : limits.between();
    return byHost.computeIfAbsent(
        key(address), key -> new HostPace(limits.atOnce(), between, clock, pause));
  }

  private static String key(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    int port = address.getPort() == -1 ? usual : address.getPort();
    return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }
}
