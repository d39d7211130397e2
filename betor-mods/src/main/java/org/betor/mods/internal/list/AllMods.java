package org.betor.mods.internal.list;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.betor.mods.Direction;
import org.betor.mods.Listed;
import org.betor.mods.ModSort;
import org.betor.mods.Paging;

/**
 * All mods as they were at one time, in each order and by each filter that was asked for. Safe for
 * use by several threads.
 */
final class AllMods {
  private final List<IndexedMod> mods;
  private final Map<ModSort, ModOrder> orders = new ConcurrentHashMap<>();
  private final Answers answers;

  /** Of these, which do not change. */
  AllMods(List<IndexedMod> mods) {
    this(mods, new Answers(mods));
  }

  private AllMods(List<IndexedMod> mods, Answers answers) {
    this.mods = mods;
    this.answers = answers;
  }

  /** The ids of those that are wanted. */
  Listed<Long> page(ModFilter filter, ModSort sort, Direction direction, Paging paging) {
    BitSet wanted = answers.to(filter);
    ModOrder order = in(sort);
    List<Long> page = new ArrayList<>();
    long passed = 0;
    for (int rank = 0; rank < mods.size() && page.size() < paging.size(); rank++) {
      int place = order.place(direction == Direction.ASCENDING ? rank : mods.size() - 1 - rank);
      if (wanted.get(place) && passed++ >= paging.offset()) {
        page.add(mods.get(place).id());
      }
    }
    return new Listed<>(wanted.cardinality(), paging.offset(), page);
  }

  /**
   * All mods as they are now.
   *
   * @param read by its id each mod that may be another; empty if it is not there any more
   */
  AllMods after(Map<Long, Optional<IndexedMod>> read) {
    Revision revision = new Revision(mods);
    NavigableSet<Integer> gone = new TreeSet<>();
    read.forEach(
        (id, mod) -> {
          int place = place(id);
          if (place < 0) {
            mod.ifPresent(revision::add);
          } else {
            mod.ifPresentOrElse(now -> revision.replace(place, now), () -> gone.add(place));
          }
        });
    gone.descendingSet().forEach(revision::remove); // from the last, so that none of them moves
    AllMods after = new AllMods(revision.now(), answers.after(revision));
    orders.forEach((sort, order) -> after.orders.put(sort, order.after(revision)));
    return after;
  }

  /** -1 if it is not there. */
  private int place(long id) {
    ModOrder byId = in(ModSort.ADDED);
    int rank = Halves.first(mods.size(), at -> mods.get(byId.place(at)).id() >= id);
    return rank < mods.size() && mods.get(byId.place(rank)).id() == id ? byId.place(rank) : -1;
  }

  private ModOrder in(ModSort sort) {
    return orders.computeIfAbsent(sort, each -> ModOrder.of(mods, each));
  }
}
