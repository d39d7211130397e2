package org.betor.examples.cli;

import picocli.CommandLine.Command;

/** What people hand in for the index. */
@Command(
    name = "uploads",
    description = {
      "Hands in torrents for the index, and decides upon those of others.",
      "Of what is approved, the commands search and title show what weighs 0."
    },
    subcommands = {
      UploadsListCommand.class,
      UploadsSubmitCommand.class,
      UploadsApproveCommand.class,
      UploadsRefuseCommand.class,
      UploadsDeleteCommand.class
    },
    mixinStandardHelpOptions = true)
final class UploadsCommand {}
