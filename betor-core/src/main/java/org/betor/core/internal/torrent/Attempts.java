package org.betor.core.internal.torrent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.betor.api.model.ReleaseKey;
import org.betor.api.spi.Store;

/**
 * Which releases were asked about in vain, kept in a store, and how many were asked about in the
 * last hour. Safe for use by several threads.
 */
final class Attempts {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Supplier<Store> store;
  private final InstantSource clock;
  private final Deque<Instant> lastHour = new ArrayDeque<>();

  /**
   * Reads nothing yet.
   *
   * @param store asked for when needed
   */
  Attempts(Supplier<Store> store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  synchronized void begin() {
    lastHour.add(clock.instant());
  }

  synchronized int inTheLastHour() {
    Instant now = clock.instant();
    lastHour.removeIf(time -> !time.plus(HOUR).isAfter(now));
    return lastHour.size();
  }

  void inVain(ReleaseKey key) {
    store.get().put(key.value(), clock.instant().toString().getBytes(UTF_8));
  }

  boolean wasInVain(ReleaseKey key, Duration within) {
    Instant now = clock.instant();
    return store
        .get()
        .get(key.value())
        .map(time -> Instant.parse(new String(time, UTF_8)))
        .filter(time -> time.plus(within).isAfter(now) && !time.isAfter(now))
        .isPresent();
  }
}
