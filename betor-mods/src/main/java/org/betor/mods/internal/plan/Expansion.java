package org.betor.mods.internal.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.mods.internal.queue.Sources;

/**
 * Mods with all that they need and collect, asked for level by level, so that a source is asked
 * once for many. For one thread.
 */
public final class Expansion {
  private static final int DEEPEST = 8;
  private static final int MOST = 5000;
  private static final int IN_ONE_CALL = 100;

  private final Sources sources;
  private final Map<ModKey, ModDetails> found = new LinkedHashMap<>();
  private final Map<ModKey, String> missing = new TreeMap<>();
  private final Set<ModKey> foreign = new HashSet<>();
  private final Map<ModKey, String> games = new HashMap<>();
  private boolean cut;

  private Expansion(Sources sources) {
    this.sources = sources;
  }

  /**
   * Expands these.
   *
   * @throws ModException if a source is not to be had
   */
  public static Expansion of(Set<ModKey> wished, Sources sources) throws InterruptedException {
    Expansion expansion = new Expansion(sources);
    Set<ModKey> level = new LinkedHashSet<>(wished);
    for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
      level = expansion.next(level);
    }
    expansion.cut |= !level.isEmpty();
    return expansion;
  }

  /** Asks for one level; the next. */
  private Set<ModKey> next(Set<ModKey> level) throws InterruptedException {
    Set<ModKey> known = new LinkedHashSet<>();
    for (ModKey mod : level) {
      if (!sources.know(mod)) {
        foreign.add(mod);
      } else if (found.size() + known.size() < MOST) {
        known.add(mod);
      } else {
        cut = true;
      }
    }
    ask(known);
    Set<ModKey> next = new LinkedHashSet<>();
    for (ModKey mod : known) {
      Optional.ofNullable(found.get(mod)).ifPresent(details -> addNeighbours(details, next));
    }
    return next;
  }

  private void ask(Set<ModKey> mods) throws InterruptedException {
    Map<String, List<ModKey>> bySource = new TreeMap<>();
    mods.forEach(mod -> bySource.computeIfAbsent(mod.source(), id -> new ArrayList<>()).add(mod));
    for (List<ModKey> ofOne : bySource.values()) {
      for (int from = 0; from < ofOne.size(); from += IN_ONE_CALL) {
        List<ModKey> batch = ofOne.subList(from, Math.min(ofOne.size(), from + IN_ONE_CALL));
        Map<ModKey, ModLookup> told = sources.of(batch.get(0)).details(Set.copyOf(batch));
        for (ModKey mod : batch) {
          take(mod, Optional.ofNullable(told.get(mod)));
        }
      }
    }
  }

  private void take(ModKey mod, Optional<ModLookup> told) throws InterruptedException {
    if (told.isPresent()
        && told.get() instanceof ModLookup.Found found
        && found.details().key().equals(mod)) {
      take(found.details());
    } else if (told.isPresent() && told.get() instanceof ModLookup.Absent absent) {
      missing.put(mod, absent.why());
    } else {
      missing.put(mod, "its source said nothing of it this time");
    }
  }

  private void take(ModDetails mod) throws InterruptedException {
    String wanted = games.getOrDefault(mod.key(), "");
    String game = mod.game().orElse("");
    boolean same = wanted.isEmpty() || game.isEmpty() || wanted.equals(game);
    if (same) {
      boolean saysAll = mod.needs().isPresent() || mod.members().isPresent();
      found.put(mod.key(), saysAll ? mod : sources.complete(mod));
    } else {
      foreign.add(mod.key());
    }
  }

  private void addNeighbours(ModDetails mod, Set<ModKey> next) {
    for (ModKey neighbour : neighbours(mod)) {
      boolean isNew =
          !found.containsKey(neighbour)
              && !missing.containsKey(neighbour)
              && !foreign.contains(neighbour);
      if (isNew) {
        next.add(neighbour);
        mod.needs().ifPresent(needs -> games.putIfAbsent(neighbour, mod.game().orElse("")));
      }
    }
  }

  /** What a mod needs, or a collection collects. */
  static List<ModKey> neighbours(ModDetails mod) {
    return mod.members().or(mod::needs).orElse(List.of());
  }

  /** What is to be had, in the order in which it was met. */
  public Map<ModKey, ModDetails> found() {
    return found;
  }

  /** What is not, with the reason. */
  public Map<ModKey, String> missing() {
    return missing;
  }

  /** What is of another source or game. */
  public Set<ModKey> foreign() {
    return foreign;
  }

  /** Whether there is more. */
  public boolean isCut() {
    return cut;
  }
}
