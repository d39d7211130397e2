package org.betor.mods;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.betor.mods.internal.list.Counts;
import org.betor.mods.internal.shelf.Usage;

/**
 * What a library counted, in days and hours of UTC, as long as it keeps them; longer than that it
 * keeps totals only. Safe for use by several threads.
 */
public final class ModStatistics {
  private static final int MOST_DAYS = 366;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final Counts counts;
  private final Usage usage;

  ModStatistics(Counts counts, Usage usage) {
    this.counts = counts;
    this.usage = usage;
  }

  /** How often each happened, ever. */
  public Map<Counted, Long> totals() {
    return counts.between(Instant.MIN, LATEST);
  }

  /** How often each happened in each hour of a day, 0 to 23. */
  public SortedMap<Integer, Map<Counted, Long>> hours(LocalDate day) {
    Instant begin = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    SortedMap<Integer, Map<Counted, Long>> hours = new TreeMap<>();
    for (int hour = 0; hour < 24; hour++) {
      Instant from = begin.plus(Duration.ofHours(hour));
      hours.put(hour, counts.between(from, from.plus(Duration.ofHours(1))));
    }
    return hours;
  }

  /**
   * How often each happened on each day.
   *
   * @throws IllegalArgumentException if the last is before the first, or they are more than 366
   */
  public SortedMap<LocalDate, Map<Counted, Long>> days(LocalDate first, LocalDate last) {
    long days = last.toEpochDay() - first.toEpochDay() + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "%s to %s are %d days, not 1 to %d".formatted(first, last, days, MOST_DAYS));
    }
    SortedMap<LocalDate, Map<Counted, Long>> all = new TreeMap<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      Instant from = day.atStartOfDay().toInstant(ZoneOffset.UTC);
      all.put(day, counts.between(from, from.plus(Duration.ofDays(1))));
    }
    return all;
  }

  /** How long it took on average to fetch each of the last 20 mods; empty if there was none. */
  public Optional<Duration> fetchDelay() {
    return mean(counts.fetches());
  }

  /** How long it took on average to hand out what is here, the last 20 times since the start. */
  public Optional<Duration> handOutDelay() {
    return mean(usage.handedOut());
  }

  private static Optional<Duration> mean(List<Duration> times) {
    return times.isEmpty()
        ? Optional.empty()
        : times.stream().reduce(Duration::plus).map(sum -> sum.dividedBy(times.size()));
  }
}
