package org.betor.mods.steam.internal.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.api.mod.ModKey;

/** What people paste to name an item: its number, its key, or an address of its page. */
public final class WorkshopAddress {
  private static final int MOST_CHARS = 2_048;
  private static final Pattern NUMBER = Pattern.compile("(?:steam:)?(\\d{1,20})");
  private static final Pattern IN_THE_CLIENT =
      Pattern.compile("steam://(?:url/CommunityFilePage/(\\d{1,20})/?|openurl/(https?://\\S+))");
  private static final Pattern PAGE =
      Pattern.compile("(?:https?://)?([\\w.-]{1,255}(?::\\d{1,5})?)(/\\S*)");
  private static final Pattern FURTHER_PAGE =
      Pattern.compile(
          "/(?:workshop|sharedfiles)/filedetails/(?:changelog|comments|discussions)/(\\d{1,20})"
              + "(?:[/?#].*)?");

  private final Set<String> hosts;

  /** Knows the pages of these hosts, in lower case, with their ports where they have one. */
  public WorkshopAddress(Set<String> hosts) {
    this.hosts = Set.copyOf(hosts);
  }

  /** The item that a text names; empty if it names none. */
  public Optional<ModKey> parse(String text) {
    String named = text.strip();
    return named.length() > MOST_CHARS ? Optional.empty() : named(named);
  }

  private Optional<ModKey> named(String named) {
    Matcher number = NUMBER.matcher(named);
    if (number.matches()) {
      return SteamKey.find(number.group(1));
    }
    Matcher client = IN_THE_CLIENT.matcher(named);
    if (client.matches()) {
      return client.group(1) == null ? page(client.group(2)) : SteamKey.find(client.group(1));
    }
    return page(named);
  }

  private Optional<ModKey> page(String address) {
    Matcher page = PAGE.matcher(address);
    if (!page.matches() || !hosts.contains(page.group(1).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    Matcher further = FURTHER_PAGE.matcher(page.group(2));
    return further.matches() ? SteamKey.find(further.group(1)) : ItemPage.item(page.group(2));
  }
}
