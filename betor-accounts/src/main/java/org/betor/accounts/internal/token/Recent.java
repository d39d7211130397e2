package org.betor.accounts.internal.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The values that were asked for last, a bounded number. Safe for use by several threads. */
final class Recent<K, V> {
  private static final int MOST = 10_000;
  private static final float USUAL_LOAD = 0.75f;

  private final Map<K, V> values =
      new LinkedHashMap<>(16, USUAL_LOAD, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<V> find(K key) {
    return Optional.ofNullable(values.get(key));
  }

  synchronized void put(K key, V value) {
    values.put(key, value);
  }
}
