package org.betor.accounts.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What was read from the database less than a second ago, so that it is not asked for each token.
 * Safe for use by several threads.
 */
final class Fresh<K, V> {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final Function<K, Optional<V>> source;
  private final Recent<K, Reading<V>> readings = new Recent<>();
  private final AtomicLong generation = new AtomicLong();

  Fresh(InstantSource clock, Function<K, Optional<V>> source) {
    this.clock = clock;
    this.source = source;
  }

  Optional<V> find(K key) {
    Instant now = clock.instant();
    long current = generation.get(); // before it is read: what is forgotten meanwhile is not kept
    Optional<Reading<V>> known = readings.find(key).filter(reading -> reading.counts(current, now));
    if (known.isPresent()) {
      return known.get().value();
    }
    Optional<V> value = source.apply(key);
    readings.put(key, new Reading<>(value, current, now));
    return value;
  }

  /** Has everything read anew. */
  void forget() {
    generation.incrementAndGet();
  }

  private record Reading<V>(Optional<V> value, long generation, Instant time) {
    boolean counts(long current, Instant now) {
      return generation == current && !now.isBefore(time) && now.isBefore(time.plus(FRESH));
    }
  }
}
