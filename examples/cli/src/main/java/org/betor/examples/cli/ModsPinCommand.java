package org.betor.examples.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.betor.api.mod.ModKey;
import org.betor.mods.ModLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps mods for good. */
@Command(
    name = "pin",
    description = "Keeps mods of the library whatever its limits.",
    mixinStandardHelpOptions = true)
final class ModsPinCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "MOD", description = "Ids, or addresses of pages.")
  private List<String> mods = List.of();

  @Option(names = "--off", description = "Keeps them no longer than others.")
  private boolean off;

  @Mixin private ModOptions options = new ModOptions();

  @Override
  public Integer call() throws Exception {
    return options.with(this::pin);
  }

  private int pin(ModLibrary library) {
    int code = 0;
    for (ModKey mod : options.keys(library, mods)) {
      boolean isHere = off ? library.unpin(mod) : library.pin(mod);
      if (!isHere) {
        options.err().println(mod + " is not here");
        code = 1;
      }
    }
    return code;
  }
}
