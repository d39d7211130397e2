package org.betor.examples.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Wishes for mods. */
@Command(
    name = "request",
    description = "Fetches mods into the library, or newer versions of them, and waits for them.",
    mixinStandardHelpOptions = true)
final class ModsRequestCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "MOD", description = "Ids, or addresses of pages.")
  private List<String> mods = List.of();

  @Mixin private ModOptions options = new ModOptions();

  @Override
  public Integer call() throws Exception {
    return options.with(
        library -> {
          ModWishes wishes = new ModWishes(library, options.err());
          return wishes.fetch(options.keys(library, mods)) ? 0 : 1;
        });
  }
}
