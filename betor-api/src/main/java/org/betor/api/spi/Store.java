package org.betor.api.spi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A small crash-safe map from names to bytes, one for each use. Safe for use by several threads; a
 * change is durable when its method returns. Beyond its bound, what was put longest ago goes first.
 */
public interface Store {

  /**
   * The value under a key.
   *
   * @throws IllegalStateException if the disk has damaged it
   */
  Optional<byte[]> get(String key);

  /** Puts a value in place of an earlier one; at most 16 MiB. */
  default void put(String key, byte[] value) {
    change(Map.of(key, value), Set.of());
  }

  /** Takes a key away, if it is there. */
  default void remove(String key) {
    change(Map.of(), Set.of(key));
  }

  /** Puts some keys and takes others away: all of it or, if the program is killed, nothing. */
  void change(Map<String, byte[]> puts, Set<String> removals);

  /** The keys that start so, in order. */
  List<String> keys(String start);

  /**
   * How much a store keeps.
   *
   * @param bytes the size of all values together, at most; positive
   * @param age how long a value is kept after it was put; positive
   */
  record Bound(long bytes, Duration age) {
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public Bound {
      if (bytes <= 0 || age.isNegative() || age.isZero()) {
        throw new IllegalArgumentException(
            "a bound is positive, got %d bytes and %s".formatted(bytes, age));
      }
    }

    /** So many bytes, however old. */
    public static Bound bytes(long bytes) {
      return new Bound(bytes, FOR_EVER);
    }
  }
}
