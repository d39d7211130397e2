package org.betor.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.betor.api.spi.Store;

/** A store in memory, without a bound. */
public final class MemoryStore implements Store {
  /** Runs before a value is taken away. */
  public Runnable atRemove = () -> {};

  private final Map<String, byte[]> values = new TreeMap<>();

  /** Empty. */
  public MemoryStore() {}

  @Override
  public synchronized Optional<byte[]> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public synchronized void change(Map<String, byte[]> puts, Set<String> removals) {
    if (!removals.isEmpty()) {
      atRemove.run();
    }
    values.putAll(puts);
    removals.forEach(values::remove);
  }

  @Override
  public synchronized List<String> keys(String start) {
    return values.keySet().stream().filter(key -> key.startsWith(start)).toList();
  }
}
