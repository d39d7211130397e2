package org.betor.mods.internal.list;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.betor.mods.ModSort;

/** An order of a list of all mods, which it knows by their places in the list. Immutable. */
final class ModOrder {
  private final Comparator<IndexedMod> order;
  private final int[] places;

  private ModOrder(Comparator<IndexedMod> order, int[] places) {
    this.order = order;
    this.places = places;
  }

  static ModOrder of(List<IndexedMod> mods, ModSort sort) {
    Comparator<IndexedMod> order = IndexedMod.order(sort);
    int[] places =
        IntStream.range(0, mods.size())
            .boxed()
            .sorted(Comparator.comparing(mods::get, order))
            .mapToInt(Integer::intValue)
            .toArray();
    return new ModOrder(order, places);
  }

  /** The place of the mod that comes after so many others. */
  int place(int rank) {
    return places[rank];
  }

  /** The same order of what the list is now. */
  ModOrder after(Revision revision) {
    List<Change> moves = revision.changes().stream().filter(this::moves).toList();
    return moves.isEmpty() ? this : new ModOrder(order, moved(moves, revision.now()));
  }

  private boolean moves(Change change) {
    return change.before().isEmpty()
        || change.now().isEmpty()
        || order.compare(change.before().get(), change.now().get()) != 0;
  }

  private int[] moved(List<Change> moves, List<IndexedMod> mods) {
    BitSet moving = new BitSet();
    moves.forEach(move -> moving.set(move.place()));
    int[] moved = new int[mods.size()];
    int staying = 0;
    for (int place : places) {
      if (!moving.get(place)) {
        moved[staying++] = place;
      }
    }
    List<Integer> arriving =
        moves.stream()
            .filter(move -> move.now().isPresent())
            .map(Change::place)
            .sorted(Comparator.comparing(mods::get, order))
            .toList();
    insert(arriving, moved, staying, mods);
    return moved;
  }

  /**
   * From the last to the first, so that what stays moves once.
   *
   * @param into at whose beginning are so many that stay, and behind them room for the others
   */
  private void insert(List<Integer> arriving, int[] into, int staying, List<IndexedMod> mods) {
    int low = staying;
    int high = into.length;
    for (int i = arriving.size() - 1; i >= 0; i--) {
      IndexedMod mod = mods.get(arriving.get(i));
      int rank = Halves.first(low, at -> order.compare(mods.get(into[at]), mod) > 0);
      high -= low - rank;
      System.arraycopy(into, rank, into, high, low - rank);
      into[--high] = arriving.get(i);
      low = rank;
    }
  }
}
