package org.betor.examples.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.betor.mods.Direction;
import org.betor.mods.Listed;
import org.betor.mods.ModEntry;
import org.betor.mods.ModLibrary;
import org.betor.mods.ModQuery;
import org.betor.mods.ModSort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what is in the library. */
@Command(
    name = "list",
    description = "Shows what is in the library, by name. Asks nobody.",
    mixinStandardHelpOptions = true)
final class ModsListCommand implements Callable<Integer> {
  private static final int PAGE = 50;

  @Option(names = "--named", paramLabel = "TEXT", description = "Only those with it in their name.")
  private String named = "";

  @Option(names = "--game", paramLabel = "ID", description = "Only those of this game.")
  private List<String> games = List.of();

  @Option(names = "--page", paramLabel = "N", description = "Which page of fifty, from 0.")
  private int page;

  @Mixin private ModOptions options = new ModOptions();

  @Override
  public Integer call() throws Exception {
    return options.with(this::print);
  }

  private int print(ModLibrary library) {
    Listed<ModEntry> mods =
        library
            .lists()
            .mods(
                ModQuery.all()
                    .named(named)
                    .games(games)
                    .sorted(ModSort.NAME, Direction.ASCENDING)
                    .page(Math.max(0, page), PAGE));
    for (ModEntry mod : mods.results()) {
      options
          .out()
          .println(
              "%s  %s  %s%s"
                  .formatted(
                      mod.mod(), mod.updated(), mod.name(), mod.pinned() ? "  (pinned)" : ""));
    }
    options.err().println("%d of %d".formatted(mods.results().size(), mods.total()));
    return 0;
  }
}
