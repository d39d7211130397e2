package org.betor.mods.internal.list;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which mods of a list each of the last filters wants: only a filter that is new looks at all of
 * them. Safe for use by several threads.
 */
final class Answers {
  /** A bit for each mod in each, so eight bytes a mod. */
  private static final int MOST = 64;

  private final List<IndexedMod> mods;
  private final Map<ModFilter, BitSet> lastUsedLast = new LinkedHashMap<>(MOST, 0.75f, true);

  /**
   * Of none yet.
   *
   * @param mods that do not change
   */
  Answers(List<IndexedMod> mods) {
    this.mods = mods;
  }

  /** The places of the mods that are wanted; not to be changed. */
  BitSet to(ModFilter filter) {
    BitSet known = known(filter);
    if (known != null) {
      return known;
    }
    BitSet found = search(filter.wanted());
    remember(filter, found);
    return found;
  }

  private BitSet search(Predicate<IndexedMod> wanted) {
    BitSet places = new BitSet(mods.size());
    for (int place = 0; place < mods.size(); place++) {
      if (wanted.test(mods.get(place))) {
        places.set(place);
      }
    }
    return places;
  }

  private synchronized @Nullable BitSet known(ModFilter filter) {
    return lastUsedLast.get(filter);
  }

  private synchronized void remember(ModFilter filter, BitSet places) {
    lastUsedLast.put(filter, places);
    if (lastUsedLast.size() > MOST) {
      lastUsedLast.remove(lastUsedLast.keySet().iterator().next());
    }
  }

  /** The answers of the same filters. */
  synchronized Answers after(Revision revision) {
    Answers after = new Answers(revision.now());
    lastUsedLast.forEach(
        (filter, places) ->
            after.remember(filter, revised(places, filter.wanted(), revision.changes())));
    return after;
  }

  private static BitSet revised(BitSet places, Predicate<IndexedMod> wanted, List<Change> changes) {
    BitSet differing = new BitSet();
    for (Change change : changes) {
      boolean isWanted = change.now().filter(wanted).isPresent();
      differing.set(change.place(), isWanted != places.get(change.place()));
    }
    if (differing.isEmpty()) {
      return places;
    }
    differing.xor(places);
    return differing;
  }
}
