package org.betor.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of each torrent file and magnet link what stands in it, or why it is refused. */
@Command(
    name = "inspect",
    description = {
      "Prints what stands in torrent files and magnet links: a line of JSON for each.",
      "One that is refused has an \"error\". Passkeys are shown as they stand."
    },
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|MAGNET",
      description =
          "A torrent file or a magnet link; - reads them from standard input, one a line.")
  private List<String> inputs = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    for (String input : inputs) {
      if (input.equals(STANDARD_INPUT)) {
        inspectLines();
      } else {
        inspect(input);
      }
    }
    return 0;
  }

  private void inspectLines() throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        inspect(line);
      }
    }
  }

  private void inspect(String input) {
    spec.commandLine().getOut().println(Inspection.of(input));
  }
}
