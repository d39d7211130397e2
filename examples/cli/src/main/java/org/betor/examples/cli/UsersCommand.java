package org.betor.examples.cli;

import picocli.CommandLine.Command;

/** The people. */
@Command(
    name = "users",
    description = "Shows and changes people's accounts, as far as who is logged in may.",
    subcommands = {
      UsersListCommand.class,
      UsersCreateCommand.class,
      UsersRoleCommand.class,
      UsersBanCommand.class,
      UsersUnbanCommand.class,
      UsersDeactivateCommand.class,
      UsersActivateCommand.class,
      UsersExportCommand.class,
      UsersEraseCommand.class
    },
    mixinStandardHelpOptions = true)
final class UsersCommand {}
