package org.betor.api.spi;

import java.util.List;
import java.util.Optional;

/**
 * A small crash-safe map from names to bytes, one for each use. Safe for use by several threads; a
 * change is durable when its method returns.
 */
public interface Store {

  /** The value under a key. */
  Optional<byte[]> get(String key);

  /** Puts a value in place of an earlier one; at most 16 MiB. */
  void put(String key, byte[] value);

  /** Takes a key away, if it is there. */
  void remove(String key);

  /** The keys that start so, in order. */
  List<String> keys(String start);
}
