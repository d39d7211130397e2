package org.betor.mods.internal.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.betor.mods.internal.database.Database;

/**
 * All mods by what lists filter and sort by, in memory: no index of a database serves every
 * combination, and none a part of a name. It reads all when it is first asked, and from then on
 * what changed. Safe for use by several threads.
 */
final class ModIndex {
  /** More changes than these are not remembered: then all is read anew. */
  private static final int MOST_CHANGES = 10_000;

  private final Database database;
  private final Set<Long> changed = ConcurrentHashMap.newKeySet();
  private AllMods mods = new AllMods(List.of());
  private final AtomicBoolean isStale = new AtomicBoolean(true);

  ModIndex(Database database) {
    this.database = database;
    database.onChange(this::changed);
  }

  private void changed(long mod) {
    if (!isStale.get()) {
      changed.add(mod);
      if (changed.size() > MOST_CHANGES) {
        isStale.set(true);
      }
    }
  }

  /** All mods as they are now. */
  synchronized AllMods mods() {
    boolean wasStale = isStale.getAndSet(false); // what changes from here on is read the next time
    List<Long> since = List.copyOf(changed);
    try {
      since.forEach(changed::remove);
      if (wasStale) {
        mods = new AllMods(database.read(IndexedRows::all));
      } else if (!since.isEmpty()) {
        mods = mods.after(read(since));
      }
    } catch (RuntimeException | Error failure) {
      isStale.set(true);
      throw failure;
    }
    return mods;
  }

  /** Empty for those that are not there. */
  private Map<Long, Optional<IndexedMod>> read(List<Long> ids) {
    Map<Long, Optional<IndexedMod>> read = new HashMap<>();
    ids.forEach(id -> read.put(id, Optional.empty()));
    database
        .read(transaction -> IndexedRows.of(transaction, ids))
        .forEach(mod -> read.put(mod.id(), Optional.of(mod)));
    return read;
  }
}
