package org.betor.p2p.internal.lsd;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.model.InfoHash;

/** When which torrent may be announced, so that no network is flooded. Times are nanoseconds. */
final class Timetable {
  static final Duration BETWEEN_TWO_OF_ALL = Duration.ofMinutes(1);
  static final Duration BETWEEN_TWO_OF_ONE = Duration.ofMinutes(5);

  private final Map<InfoHash, Long> announced = new HashMap<>();
  private long free;

  Timetable(long now) {
    this.free = now;
  }

  /** How long it takes until one of them may be announced. */
  long wait(Collection<InfoHash> torrents, long now) {
    long first = torrents.stream().mapToLong(torrent -> wait(torrent, now)).min().orElse(0);
    return Math.max(first, Math.max(0, free - now));
  }

  private long wait(InfoHash torrent, long now) {
    Long last = announced.get(torrent);
    return last == null ? 0 : Math.max(0, last + BETWEEN_TWO_OF_ONE.toNanos() - now);
  }

  /** Those that are announced now; who waited longest comes first. */
  List<InfoHash> take(Collection<InfoHash> torrents, int most, long now) {
    announced.values().removeIf(last -> now - last >= 2 * BETWEEN_TWO_OF_ONE.toNanos());
    List<InfoHash> due =
        torrents.stream()
            .filter(torrent -> wait(torrent, now) == 0)
            .sorted(Comparator.comparingLong(torrent -> -age(torrent, now)))
            .limit(most)
            .toList();
    due.forEach(torrent -> announced.put(torrent, now));
    if (!due.isEmpty()) {
      free = now + BETWEEN_TWO_OF_ALL.toNanos();
    }
    return due;
  }

  private long age(InfoHash torrent, long now) {
    Long last = announced.get(torrent);
    return last == null ? Long.MAX_VALUE : now - last;
  }
}
