package org.betor.mods.internal.list;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.betor.mods.ModSort;
import org.betor.mods.internal.database.Database;
import org.betor.mods.internal.list.SortedMods.Change;

/**
 * All mods by what lists filter and sort by, in memory: no index of a database serves every
 * combination, and none a part of a name. It reads all when it is first asked, and from then on
 * what changed. Safe for use by several threads.
 */
final class ModIndex {
  /** More changes than these are not remembered: then all is read anew. */
  private static final int MOST_CHANGES = 10_000;

  private final Database database;
  private final Map<ModSort, SortedMods> orders = new EnumMap<>(ModSort.class);
  private final Set<Long> changed = ConcurrentHashMap.newKeySet();
  private SortedMods added = new SortedMods(ModSort.ADDED, List.of());
  private volatile boolean isStale = true;

  ModIndex(Database database) {
    this.database = database;
    database.onChange(this::changed);
  }

  private void changed(long mod) {
    if (!isStale) {
      changed.add(mod);
      if (changed.size() > MOST_CHANGES) {
        isStale = true;
      }
    }
  }

  /** All mods in an order; never changed once it is given. */
  synchronized List<IndexedMod> sorted(ModSort sort) {
    boolean wasStale = isStale;
    List<Long> since = List.copyOf(changed);
    try {
      isStale = false; // what changes from here on is read the next time
      since.forEach(changed::remove);
      if (wasStale) {
        load();
      } else if (!since.isEmpty()) {
        refresh(since);
      }
    } catch (RuntimeException | Error failure) {
      isStale = true;
      throw failure;
    }
    return orders.computeIfAbsent(sort, order -> new SortedMods(order, added.all())).all();
  }

  private void load() {
    added = new SortedMods(ModSort.ADDED, database.read(IndexedRows::all));
    orders.clear();
    orders.put(ModSort.ADDED, added);
  }

  private void refresh(List<Long> ids) {
    Map<Long, Optional<IndexedMod>> now = new HashMap<>();
    ids.forEach(id -> now.put(id, Optional.empty()));
    database
        .read(transaction -> IndexedRows.of(transaction, ids))
        .forEach(mod -> now.put(mod.id(), Optional.of(mod)));
    List<IndexedMod> before = added.all();
    now.forEach(
        (id, mod) -> {
          Change change = new Change(find(before, id), mod);
          orders.values().forEach(order -> order.change(id, change));
        });
  }

  private static Optional<IndexedMod> find(List<IndexedMod> byId, long id) {
    int low = 0;
    int high = byId.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byId.get(middle).id() < id) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < byId.size() && byId.get(low).id() == id
        ? Optional.of(byId.get(low))
        : Optional.empty();
  }
}
