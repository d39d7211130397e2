package org.betor.core.internal.enrich;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.betor.api.model.ReleaseKey;

/**
 * What a stage has to do next. What could not be told is left for an hour, without keeping back the
 * rest, up to some thousands: in memory only, since it still stands in the catalogue. For one
 * thread.
 */
final class WorkList {
  static final int MOST = 10_000;
  private static final int BATCH = 50;
  private static final Duration LEFT_FOR = Duration.ofHours(1);

  private final Stage stage;
  private final InstantSource clock;
  private final Map<ReleaseKey, Instant> leftUntil = new HashMap<>();

  /** Not given twice in a row, should the catalogue be slow to see what is written. */
  private List<ReleaseKey> latest = List.of();

  WorkList(Stage stage, InstantSource clock) {
    this.stage = stage;
    this.clock = clock;
  }

  Stage stage() {
    return stage;
  }

  /** The next releases; none if there is nothing to do now. */
  List<ReleaseKey> next() {
    Instant now = clock.instant();
    leftUntil.values().removeIf(until -> !now.isBefore(until));
    Set<ReleaseKey> before = Set.copyOf(latest);
    latest =
        stage.due(Math.min(BATCH + leftUntil.size(), MOST)).stream()
            .filter(key -> !leftUntil.containsKey(key) && !before.contains(key))
            .limit(BATCH)
            .toList();
    return latest;
  }

  void leave(ReleaseKey key) {
    leftUntil.put(key, clock.instant().plus(LEFT_FOR));
  }
}
