package org.betor.examples.cli;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import org.betor.accounts.Role;

/** A role in a line. */
final class RoleLine {
  private RoleLine() {}

  static String of(Role role) {
    String permissions =
        role.permissions().stream()
            .sorted()
            .map(permission -> permission.name().toLowerCase(Locale.ROOT))
            .collect(joining(" "));
    return "%s  %d  %s".formatted(role.name(), role.weight(), permissions);
  }
}
