package org.betor.mods.internal.thunderstore;

import java.net.URI;
import java.util.Locale;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;

/** The hosts that archives are fetched from: an answer from outside may name any address. */
record Hosts(URI home) {
  private static final String OWN = "thunderstore.io";

  static boolean isOfThunderstore(String host) {
    return host.equals(OWN) || host.endsWith("." + OWN);
  }

  /** Throws if nothing is fetched from there. */
  void check(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    boolean own = "https".equalsIgnoreCase(address.getScheme()) && isOfThunderstore(host);
    if (!own && !isAtHome(address)) {
      throw new ModException(
          Reason.UNSAFE, "an archive is said to be at %s, no host of Thunderstore".formatted(host));
    }
  }

  private boolean isAtHome(URI address) {
    return home.getScheme().equalsIgnoreCase(address.getScheme())
        && home.getHost().equalsIgnoreCase(address.getHost())
        && home.getPort() == address.getPort();
  }
}
