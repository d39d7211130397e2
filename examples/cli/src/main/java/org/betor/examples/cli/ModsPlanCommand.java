package org.betor.examples.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModKey;
import org.betor.mods.ModLibrary;
import org.betor.mods.ModPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what mods need. */
@Command(
    name = "plan",
    description = "Shows what mods and collections come to, with all that they need.",
    mixinStandardHelpOptions = true)
final class ModsPlanCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "MOD", description = "Ids, or addresses of pages.")
  private List<String> mods = List.of();

  @Option(names = "--fetch", description = "Fetches all that is planned.")
  private boolean fetch;

  @Mixin private ModOptions options = new ModOptions();

  @Override
  public Integer call() throws Exception {
    return options.with(this::plan);
  }

  private int plan(ModLibrary library) throws InterruptedException {
    ModPlan plan = library.plan(options.keys(library, mods).toArray(ModKey[]::new));
    print(plan, options.out());
    if (!fetch) {
      return 0;
    }
    return new ModWishes(library, options.err()).await(library.request(plan)) ? 0 : 1;
  }

  private static void print(ModPlan plan, PrintWriter out) {
    for (ModDetails mod : plan.fetched()) {
      String size =
          mod.sizeBytes().isPresent() ? Amount.bytes(mod.sizeBytes().getAsLong()) : "size unknown";
      out.println("fetch    %s  %s  %s".formatted(mod.key(), size, mod.name()));
    }
    plan.here().stream().sorted().forEach(mod -> out.println("here     " + mod));
    plan.missing().forEach((mod, why) -> out.println("missing  %s  %s".formatted(mod, why)));
    plan.foreign().stream().sorted().forEach(mod -> out.println("foreign  " + mod));
    plan.cycles().forEach(ring -> out.println("ring     " + ring));
    plan.unknownNeeds().stream()
        .sorted()
        .forEach(mod -> out.println("unknown  %s  what it needs".formatted(mod)));
    if (plan.isCut()) {
      out.println("and more, which is not shown");
    }
  }
}
