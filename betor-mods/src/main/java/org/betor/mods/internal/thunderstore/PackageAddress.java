package org.betor.mods.internal.thunderstore;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.api.mod.ModKey;

/** What people paste to name a package: its name, its key, or the address of one of its pages. */
public final class PackageAddress {
  private static final int MOST_CHARS = 2_048;
  private static final String KEY = PackageName.SOURCE + ":";
  private static final Pattern PAGE =
      Pattern.compile(
          "(?:https?://)?([\\w.-]{1,255}(?::\\d{1,5})?)"
              + "/(?:c/[\\w-]{1,100}/p|package(?:/download)?)/([\\w-]{1,200})/(\\w{1,200})"
              + "(?:[/?#].*)?");
  private static final Pattern IN_A_PROGRAM =
      Pattern.compile("ror2mm://v1/install/([\\w.-]{1,255})/([\\w-]{1,200})/(\\w{1,200})/.*");

  private final String own;

  /** Knows the pages of Thunderstore, and those of this host, with its port if it has one. */
  public PackageAddress(String own) {
    this.own = own.toLowerCase(Locale.ROOT);
  }

  /** The package that a text names; empty if it names none. */
  public Optional<ModKey> parse(String text) {
    String named = text.strip();
    if (named.length() > MOST_CHARS) {
      return Optional.empty();
    }
    String name = named.startsWith(KEY) ? named.substring(KEY.length()) : named;
    return PackageName.parse(name)
        .or(() -> page(PAGE.matcher(named)))
        .or(() -> page(IN_A_PROGRAM.matcher(named)))
        .map(PackageName::key);
  }

  private Optional<PackageName> page(Matcher page) {
    return page.matches() && isKnown(page.group(1).toLowerCase(Locale.ROOT))
        ? PackageName.parse(page.group(2) + "-" + page.group(3))
        : Optional.empty();
  }

  private boolean isKnown(String host) {
    return host.equals(own) || Hosts.isOfThunderstore(host);
  }
}
