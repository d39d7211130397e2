package org.betor.core.internal.enrich;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.betor.api.model.ReleaseKey;

/**
 * What a stage has to do next. What could not be told is left for an hour, without keeping back the
 * rest, up to some thousands: in memory only, since it still stands in the catalogue. Safe for use
 * by several threads, each of which gives back what it was given.
 */
final class WorkList {
  static final int MOST = 10_000;
  private static final Duration LEFT_FOR = Duration.ofHours(1);

  private final Stage stage;
  private final InstantSource clock;
  private final Map<ReleaseKey, Instant> leftUntil = new HashMap<>();
  private final Set<ReleaseKey> inHand = new HashSet<>();

  /** Not given again, should the catalogue be slow to see what is written. */
  private final Set<ReleaseKey> settled = new HashSet<>();

  WorkList(Stage stage, InstantSource clock) {
    this.stage = stage;
    this.clock = clock;
  }

  /** What was settled may be to be done anew. */
  synchronized void begin() {
    settled.clear();
  }

  /** The next releases; none if there is nothing to do now. */
  synchronized List<ReleaseKey> next() {
    Instant now = clock.instant();
    leftUntil.values().removeIf(until -> !now.isBefore(until));
    int batch = Math.min(stage.batch(), stage.allowance());
    if (batch < 1) {
      return List.of();
    }
    List<ReleaseKey> next =
        stage.due(Math.min(batch + leftUntil.size() + inHand.size(), MOST)).stream()
            .filter(this::isFree)
            .limit(batch)
            .toList();
    inHand.addAll(next);
    return next;
  }

  private boolean isFree(ReleaseKey key) {
    return !leftUntil.containsKey(key) && !inHand.contains(key) && !settled.contains(key);
  }

  synchronized void leave(ReleaseKey key) {
    leftUntil.put(key, clock.instant().plus(LEFT_FOR));
  }

  /** Something was written of these. */
  synchronized void settle(Collection<ReleaseKey> keys) {
    if (settled.size() > MOST) {
      settled.clear();
    }
    settled.addAll(keys);
  }

  /** Nobody asks about these any more. */
  synchronized void giveBack(Collection<ReleaseKey> keys) {
    inHand.removeAll(Set.copyOf(keys));
  }

  /** When the first of those that were left may be asked about again. */
  synchronized Optional<Instant> nextAt() {
    return leftUntil.values().stream().min(Instant::compareTo);
  }
}
