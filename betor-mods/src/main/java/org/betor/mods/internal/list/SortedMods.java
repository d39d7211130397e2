package org.betor.mods.internal.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.betor.mods.ModSort;

/** All mods in one order. Changes wait until somebody asks; what was handed out never changes. */
final class SortedMods {
  private final Comparator<IndexedMod> order;
  private final Map<Long, Change> changes = new HashMap<>();
  private List<IndexedMod> sorted;

  SortedMods(ModSort sort, List<IndexedMod> mods) {
    this.order = IndexedMod.order(sort);
    this.sorted = new ArrayList<>(mods);
    this.sorted.sort(order);
  }

  void change(long id, Change change) {
    changes.merge(id, change, (first, last) -> new Change(first.before, last.now));
  }

  List<IndexedMod> all() {
    if (!changes.isEmpty()) {
      sorted = edited();
      changes.clear();
    }
    return sorted;
  }

  /** In one pass that copies what lies between changes, found by halves. */
  private List<IndexedMod> edited() {
    List<Edit> edits = new ArrayList<>();
    for (Change change : changes.values()) {
      change.before.ifPresent(mod -> edits.add(new Edit(place(mod), true, mod)));
      change.now.ifPresent(mod -> edits.add(new Edit(place(mod), false, mod)));
    }
    edits.sort(
        Comparator.comparingInt(Edit::place)
            .thenComparing(Edit::removes)
            .thenComparing(Edit::mod, order));
    List<IndexedMod> mods = new ArrayList<>(sorted.size() + edits.size());
    int from = 0;
    for (Edit edit : edits) {
      mods.addAll(sorted.subList(from, edit.place));
      from = edit.removes ? edit.place + 1 : edit.place;
      if (!edit.removes) {
        mods.add(edit.mod);
      }
    }
    mods.addAll(sorted.subList(from, sorted.size()));
    return mods;
  }

  /** Where a mod is, or would be. */
  private int place(IndexedMod mod) {
    int found = Collections.binarySearch(sorted, mod, order);
    return found < 0 ? -found - 1 : found;
  }

  /**
   * What became of a mod.
   *
   * @param before empty if it came
   * @param now empty if it is gone
   */
  record Change(Optional<IndexedMod> before, Optional<IndexedMod> now) {}

  /**
   * A mod to be put before a place, or to be taken from it.
   *
   * @param place from 0
   */
  private record Edit(int place, boolean removes, IndexedMod mod) {}
}
