package org.betor.mods.internal.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModKey;

/** The order in which mods are of use: each after those that it needs. For one thread. */
public final class Sequence {
  private static final int MOST_CYCLES = 100;

  private final Map<ModKey, ModDetails> mods;
  private final List<ModDetails> order = new ArrayList<>();
  private final List<List<ModKey>> cycles = new ArrayList<>();
  private final Set<ModKey> begun = new HashSet<>();
  private final Set<ModKey> path = new LinkedHashSet<>();

  /** Of these; what they need beside them does not matter. */
  public Sequence(Map<ModKey, ModDetails> mods) {
    this.mods = mods;
    mods.values().forEach(this::visit);
  }

  /** Goes down without recursion, since a hostile source may say long chains. */
  private void visit(ModDetails first) {
    Deque<Visit> open = new ArrayDeque<>();
    enter(first, open);
    while (!open.isEmpty()) {
      Visit visit = open.peek();
      if (visit.ahead().hasNext()) {
        step(visit.ahead().next(), open);
      } else {
        open.pop();
        path.remove(visit.mod().key());
        order.add(visit.mod());
      }
    }
  }

  private void step(ModKey next, Deque<Visit> open) {
    ModDetails mod = mods.get(next);
    if (path.contains(next)) {
      addCycle(next);
    } else if (mod != null) {
      enter(mod, open);
    }
  }

  private void enter(ModDetails mod, Deque<Visit> open) {
    if (begun.add(mod.key())) {
      path.add(mod.key());
      open.push(new Visit(mod, Expansion.neighbours(mod).iterator()));
    }
  }

  private void addCycle(ModKey from) {
    if (cycles.size() < MOST_CYCLES) {
      List<ModKey> whole = new ArrayList<>(path);
      cycles.add(List.copyOf(whole.subList(whole.indexOf(from), whole.size())));
    }
  }

  /** Each after those that it needs, as far as there is no cycle. */
  public List<ModDetails> order() {
    return order;
  }

  /** Those that need each other in a ring, the first rings that were met. */
  public List<List<ModKey>> cycles() {
    return cycles;
  }

  private record Visit(ModDetails mod, Iterator<ModKey> ahead) {}
}
