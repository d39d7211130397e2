package org.betor.examples.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.betor.api.mod.ModKey;
import org.betor.mods.ModFailure;
import org.betor.mods.ModLibrary;
import org.betor.mods.ModStatus;
import org.betor.mods.StoredVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows how mods stand. */
@Command(
    name = "status",
    description = "Shows how mods stand in the library. Asks nobody.",
    mixinStandardHelpOptions = true)
final class ModsStatusCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "MOD", description = "Ids, or addresses of pages.")
  private List<String> mods = List.of();

  @Mixin private ModOptions options = new ModOptions();

  @Override
  public Integer call() throws Exception {
    return options.with(
        library -> {
          options.keys(library, mods).forEach(mod -> print(library, mod));
          return 0;
        });
  }

  private void print(ModLibrary library, ModKey mod) {
    ModStatus status = library.status(mod);
    String condition = status.condition().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    options.out().println(mod + "  " + condition);
    status
        .downloaded()
        .ifPresent(row -> options.out().println("  %s, game %s".formatted(row.name(), row.game())));
    for (StoredVersion version : library.versions(mod)) {
      options
          .out()
          .println(
              "  %s  %s  %s%s"
                  .formatted(
                      version.version().updated(),
                      version.version().handle(),
                      Amount.bytes(version.bytes()),
                      version.isCurrent() ? "" : "  (older)"));
    }
    for (ModFailure failure : status.notLoaded()) {
      options.out().println("  %s  %s".formatted(failure.failed(), failure.message()));
    }
  }
}
