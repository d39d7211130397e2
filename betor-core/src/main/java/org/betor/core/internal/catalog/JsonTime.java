package org.betor.core.internal.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Times in JSON: whole seconds, and nanoseconds behind them unless they are zero. */
final class JsonTime {
  private JsonTime() {}

  static List<Long> pair(Instant time) {
    return pair(time.getEpochSecond(), time.getNano());
  }

  static List<Long> pair(Duration time) {
    return pair(time.getSeconds(), time.getNano());
  }

  static Instant instant(List<Long> pair) {
    return Instant.ofEpochSecond(pair.get(0), nanos(pair));
  }

  static Duration duration(List<Long> pair) {
    return Duration.ofSeconds(pair.get(0), nanos(pair));
  }

  private static List<Long> pair(long seconds, long nanos) {
    return nanos == 0 ? List.of(seconds) : List.of(seconds, nanos);
  }

  private static long nanos(List<Long> pair) {
    return pair.size() > 1 ? pair.get(1) : 0;
  }
}
