package org.betor.examples.cli;

import picocli.CommandLine.Command;

/** What people are. */
@Command(
    name = "roles",
    description = "Shows and changes roles, as far as who is logged in may.",
    subcommands = {
      RolesListCommand.class,
      RolesAddCommand.class,
      RolesGrantCommand.class,
      RolesWithholdCommand.class
    },
    mixinStandardHelpOptions = true)
final class RolesCommand {}
