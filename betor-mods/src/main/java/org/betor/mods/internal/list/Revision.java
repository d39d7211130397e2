package org.betor.mods.internal.list;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A list of all mods in which some are changed. The others keep their places; the place of one that
 * goes is taken by the last one.
 */
final class Revision {
  private final List<IndexedMod> before;
  private final List<IndexedMod> now;
  private final BitSet changed = new BitSet();

  Revision(List<IndexedMod> before) {
    this.before = before;
    this.now = new ArrayList<>(before);
  }

  void add(IndexedMod mod) {
    changed.set(now.size());
    now.add(mod);
  }

  void replace(int place, IndexedMod mod) {
    changed.set(place);
    now.set(place, mod);
  }

  void remove(int place) {
    int end = now.size() - 1;
    IndexedMod last = now.remove(end);
    changed.set(end);
    if (place < end) {
      replace(place, last);
    }
  }

  List<IndexedMod> now() {
    return now;
  }

  List<Change> changes() {
    return changed.stream()
        .mapToObj(place -> new Change(place, at(before, place), at(now, place)))
        .toList();
  }

  private static Optional<IndexedMod> at(List<IndexedMod> mods, int place) {
    return place < mods.size() ? Optional.of(mods.get(place)) : Optional.empty();
  }
}
