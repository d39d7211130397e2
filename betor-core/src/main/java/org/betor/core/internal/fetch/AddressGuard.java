package org.betor.core.internal.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.betor.api.spi.SiteException;

/**
 * Keeps pages from other people's sites from reaching into the network that the application runs
 * in. What is not on the public Internet is refused, unless the home that the application chose is
 * there itself: a home on this machine may reach this machine, any other its own host.
 */
final class AddressGuard {
  /** Names that no public name server answers for (RFC 6761, 6762, 8375), and address literals. */
  private static final Pattern LOCAL_NAME =
      Pattern.compile("\\[.*]|[0-9.]+|[^.]+|.*\\.(localhost|local|internal|lan|home\\.arpa)");

  private final URI home;
  private final Resolver resolver;

  AddressGuard(URI home, Resolver resolver) {
    this.home = home;
    this.resolver = resolver;
  }

  /**
   * The addresses of the host, all of which may be reached.
   *
   * @throws SiteException if one may not, or there is none
   */
  List<InetAddress> check(URI address) {
    if (address.getHost() == null) {
      throw SiteException.disallowed(address, "it names no host");
    }
    List<InetAddress> found = resolve(address);
    if (!found.stream().allMatch(PublicInternet::has) && !isNearHome(address, found)) {
      throw SiteException.disallowed(
          address,
          "its host is not on the public Internet; a home may be there only by its address or a"
              + " local name");
    }
    return found;
  }

  /**
   * A public name is not believed when it points to a private address, not even as home: whoever
   * owns the name could point it anywhere in our network.
   */
  private boolean isNearHome(URI address, List<InetAddress> found) {
    return LOCAL_NAME.matcher(host(home)).matches()
        && (host(address).equals(host(home)) || (isHere(found) && isHere(resolve(home))));
  }

  private static boolean isHere(List<InetAddress> addresses) {
    return addresses.stream().allMatch(InetAddress::isLoopbackAddress);
  }

  private List<InetAddress> resolve(URI address) {
    try {
      return resolver.resolve(host(address));
    } catch (UnknownHostException e) {
      throw SiteException.unreachable(address, e);
    }
  }

  private static String host(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT);
  }
}
