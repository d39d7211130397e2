package org.betor.samples;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The items of a sample Workshop as its services show them now. Safe for several threads. */
final class SteamShelf {
  private final Map<Long, SteamItem> items = new LinkedHashMap<>();
  private final Map<Long, Lag> lags = new HashMap<>();
  private final Map<Long, Map<String, Object>> sayings = new HashMap<>();

  SteamShelf(Collection<SteamItem> items) {
    items.forEach(item -> this.items.put(item.id(), item));
  }

  synchronized void put(SteamItem item, int callsThatSeeTheOld) {
    SteamItem old = items.put(item.id(), item);
    if (old != null && callsThatSeeTheOld > 0) {
      lags.put(item.id(), new Lag(old, callsThatSeeTheOld));
    }
  }

  synchronized void remove(long id) {
    items.remove(id);
  }

  /** From now on, what is said of that item has these fields, in place of its own. */
  synchronized void say(long id, Map<String, Object> fields) {
    sayings.put(id, Map.copyOf(fields));
  }

  /** What is on the shelf, without regard to who has been told of it. */
  synchronized Optional<SteamItem> find(long id) {
    return Optional.ofNullable(items.get(id));
  }

  /** What a caller is told of, which counts as one call. */
  synchronized Optional<SteamItem> tell(long id) {
    Lag lag = lags.get(id);
    if (lag == null) {
      return find(id);
    }
    if (--lag.calls == 0) {
      lags.remove(id);
    }
    return Optional.of(lag.old);
  }

  synchronized Optional<SteamItem> findFile(String handle) {
    return items.values().stream()
        .filter(item -> item.isLegacy() && item.handle().equals(handle))
        .findFirst();
  }

  synchronized Map<String, Object> said(long id, Map<String, Object> fields) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.putAll(sayings.getOrDefault(id, Map.of()));
    return all;
  }

  private static final class Lag {
    private final SteamItem old;
    private int calls;

    private Lag(SteamItem old, int calls) {
      this.old = old;
      this.calls = calls;
    }
  }
}
