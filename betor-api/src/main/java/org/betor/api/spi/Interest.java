package org.betor.api.spi;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.betor.api.Experimental;

/**
 * Which events a group wants.
 *
 * @param group names the group: a lower-case letter, then up to 62 lower-case letters, digits and
 *     hyphens
 * @param types the types of its events; empty for all
 * @param level events up to this level, from 0
 */
@Experimental
public record Interest(String group, Set<String> types, int level) {
  private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if one is not as said above
   */
  public Interest {
    if (!GROUP.matcher(group).matches()) {
      throw new IllegalArgumentException("no name for a group: \"" + group + "\"");
    }
    Event.checkLevel(level);
    types = types.stream().map(Event::checkType).collect(Collectors.toUnmodifiableSet());
  }

  /** The events of these types, or of all if none is named, as far as they are for everybody. */
  public static Interest of(String group, String... types) {
    return new Interest(group, Stream.of(types).collect(Collectors.toSet()), 0);
  }

  /** The same, and restricted events of these types up to a level. */
  public Interest upTo(int level) {
    return new Interest(group, types, level);
  }

  /** Whether the group wants it, and may have it. */
  public boolean matches(Event event) {
    return event.level() <= level && (types.isEmpty() || types.contains(event.type()));
  }
}
