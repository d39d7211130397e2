package org.betor.mods.internal.thunderstore;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.api.mod.ModKey;

/**
 * How a package is named: {@code Team-Name}, often with a version behind. A team may have hyphens
 * in its name, a package none.
 */
public record PackageName(String team, String name) implements Comparable<PackageName> {
  /** The id of the source. */
  public static final String SOURCE = "thunderstore";

  private static final Pattern TEAM_AND_NAME =
      Pattern.compile("([A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)-([A-Za-z0-9_]+)");
  private static final Pattern VERSION = Pattern.compile("-\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}$");
  private static final int LONGEST_ID = 200; // of a ModKey
  private static final int LONGEST_TEXT = LONGEST_ID + 30;

  /** Reads it, with a version or without; empty if no package is named so. */
  public static Optional<PackageName> parse(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    String id = VERSION.matcher(text).replaceFirst("");
    Matcher named = TEAM_AND_NAME.matcher(id);
    return named.matches() && id.length() <= LONGEST_ID
        ? Optional.of(new PackageName(named.group(1), named.group(2)))
        : Optional.empty();
  }

  /** Its key, in which there is no version. */
  public ModKey key() {
    return new ModKey(SOURCE, team + "-" + name);
  }

  @Override
  public int compareTo(PackageName other) {
    return key().compareTo(other.key());
  }

  /** Where it is below an address. */
  String path() {
    return team + "/" + name + "/";
  }
}
