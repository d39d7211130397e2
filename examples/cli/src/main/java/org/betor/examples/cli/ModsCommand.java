package org.betor.examples.cli;

import picocli.CommandLine.Command;

/** Keeps mods of games. */
@Command(
    name = "mods",
    description = {
      "Keeps mods of games in a library: invented ones of this machine, or real ones with --live.",
      "A mod is named by its id or the address of its page."
    },
    subcommands = {
      ModsRequestCommand.class,
      ModsDownloadCommand.class,
      ModsPlanCommand.class,
      ModsStatusCommand.class,
      ModsListCommand.class,
      ModsPinCommand.class
    },
    mixinStandardHelpOptions = true)
final class ModsCommand {}
