package org.betor.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.betor.api.name.ReleaseName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what names of releases say: one name a line in, one JSON object a line out. */
@Command(
    name = "names",
    description = "Reads names of releases from standard input, and prints what each says as JSON.",
    mixinStandardHelpOptions = true)
final class NamesCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    BufferedReader names = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String name = names.readLine(); name != null; name = names.readLine()) {
      out.println(NameJson.of(ReleaseName.parse(name)));
    }
    out.flush();
    return 0;
  }
}
