package org.betor.mods.steam.internal.content;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;

/** The hosts that files are fetched from: an answer from outside may name any address. */
public final class FileHosts {
  private static final Set<String> OF_STEAM =
      Set.of(
          "steamusercontent.com",
          "steamcontent.com",
          "steamstatic.com",
          "steamcommunity.com",
          "steamusercontent-a.akamaihd.net",
          "steamuserimages-a.akamaihd.net");

  private final Set<URI> homes;

  /** Steam's own, by https, and those of these addresses. */
  public FileHosts(Set<URI> homes) {
    this.homes = Set.copyOf(homes);
  }

  /** Throws if files are not fetched from there. */
  void check(URI address) {
    boolean ofSteam =
        "https".equalsIgnoreCase(address.getScheme())
            && isOfSteam(String.valueOf(address.getHost()));
    if (!ofSteam && homes.stream().noneMatch(home -> isAt(home, address))) {
      throw new ModException(
          Reason.UNSAFE,
          "the file is said to be at %s, which is no host of Steam's".formatted(address.getHost()));
    }
  }

  private static boolean isOfSteam(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return OF_STEAM.stream().anyMatch(own -> name.equals(own) || name.endsWith("." + own));
  }

  private static boolean isAt(URI home, URI address) {
    return home.getScheme().equalsIgnoreCase(String.valueOf(address.getScheme()))
        && home.getHost().equalsIgnoreCase(String.valueOf(address.getHost()))
        && home.getPort() == address.getPort();
  }
}
