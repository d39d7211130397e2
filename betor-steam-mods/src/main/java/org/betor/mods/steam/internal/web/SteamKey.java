package org.betor.mods.steam.internal.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.betor.api.mod.ModKey;

/** Keys of items of the Workshop. */
public final class SteamKey {
  /** The id of the source. */
  public static final String SOURCE = "steam";

  private static final Pattern DIGITS = Pattern.compile("[1-9]\\d{0,19}");

  private SteamKey() {}

  /** The key of an item of which the digits are known to be good. */
  static ModKey of(String digits) {
    return new ModKey(SOURCE, digits);
  }

  /** The key that these digits name; empty if they do not fit into 64 bits, or are zero. */
  public static Optional<ModKey> find(String digits) {
    String id = digits.replaceFirst("^0+", "");
    return isId(id) ? Optional.of(of(id)) : Optional.empty();
  }

  /** Whether it may name an item. */
  public static boolean isOne(ModKey key) {
    return key.source().equals(SOURCE) && isId(key.id());
  }

  private static boolean isId(String id) {
    if (!DIGITS.matcher(id).matches()) {
      return false;
    }
    try {
      return Long.parseUnsignedLong(id) != 0;
    } catch (NumberFormatException tooLarge) {
      return false;
    }
  }
}
