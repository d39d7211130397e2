package org.betor.mods;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModKey;
import org.betor.mods.internal.plan.Expansion;
import org.betor.mods.internal.plan.Sequence;
import org.betor.mods.internal.queue.Sources;
import org.betor.mods.internal.shelf.Stock;

/** Compares what is wished for with what is here. */
final class Planner {
  private final Sources sources;
  private final Stock stock;

  Planner(Sources sources, Stock stock) {
    this.sources = sources;
    this.stock = stock;
  }

  ModPlan plan(Set<ModKey> wished) throws InterruptedException {
    wished.forEach(sources::of);
    Expansion expansion = Expansion.of(wished, sources);
    Sequence sequence = new Sequence(expansion.found());
    List<ModDetails> mods =
        sequence.order().stream().filter(mod -> mod.members().isEmpty()).toList();
    Set<ModKey> here = here(mods);
    return new ModPlan(
        mods.stream().filter(mod -> !here.contains(mod.key())).toList(),
        here,
        expansion.missing(),
        expansion.foreign(),
        sequence.cycles(),
        mods.stream()
            .filter(mod -> mod.needs().isEmpty())
            .map(ModDetails::key)
            .collect(Collectors.toSet()),
        expansion.isCut());
  }

  private Set<ModKey> here(List<ModDetails> mods) {
    return stock
        .database()
        .read(
            transaction -> {
              Set<ModKey> here = new HashSet<>();
              for (ModDetails mod : mods) {
                if (stock.shelf().isUpToDate(transaction, mod.key(), mod.version())) {
                  here.add(mod.key());
                }
              }
              return here;
            });
  }
}
