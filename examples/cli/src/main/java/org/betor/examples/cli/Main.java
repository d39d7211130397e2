package org.betor.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Where the program starts. */
@Command(
    name = "betor",
    description =
        "Searches torrent index sites, keeps what they say, downloads, plays, seeds, keeps mods"
            + " and accounts.",
    subcommands = {
      SearchCommand.class,
      TitleCommand.class,
      ImportImdbCommand.class,
      InspectCommand.class,
      NamesCommand.class,
      DownloadCommand.class,
      StreamCommand.class,
      SeedCommand.class,
      HealthCommand.class,
      ModsCommand.class,
      LoginCommand.class,
      UsersCommand.class,
      RolesCommand.class,
      UploadsCommand.class,
      StatsCommand.class
    },
    mixinStandardHelpOptions = true)
public final class Main {
  /** What libraries warn of is for developers; held, since loggers may be collected. */
  private static final Logger ALL_LOGGERS = Logger.getLogger("");

  private Main() {}

  /** Runs a command and ends with its exit code: 0, 1 if it failed, 2 if it was not understood. */
  public static void main(String[] args) {
    int code =
        run(
            args,
            new PrintWriter(System.out, true, UTF_8),
            new PrintWriter(System.err, true, UTF_8));
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(String[] args, PrintWriter out, PrintWriter err) {
    ALL_LOGGERS.setLevel(Level.SEVERE);
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler((misuse, given) -> explain(misuse))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              err.println("betor: " + Objects.requireNonNullElse(failure.getMessage(), failure));
              return CommandLine.ExitCode.SOFTWARE;
            })
        .execute(args);
  }

  private static int explain(ParameterException misuse) {
    misuse.getCommandLine().getErr().println("betor: " + misuse.getMessage());
    return CommandLine.ExitCode.USAGE;
  }
}
