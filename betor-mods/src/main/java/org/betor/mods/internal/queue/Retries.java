package org.betor.mods.internal.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;

/**
 * How often a fetch is repeated: ten times after a time-out as long as something comes each time,
 * three times after other troubles that may pass, each time after a longer wait.
 */
final class Retries {
  private static final List<Duration> WAITS =
      List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(120));
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int RESUMPTIONS = 10;

  private int failures;
  private int resumptions;
  private long mostBytes;

  /**
   * How long to wait before another try; empty if there shall be none.
   *
   * @param bytes how many are here after this one
   */
  Optional<Duration> after(ModException failure, long bytes) {
    boolean grew = bytes > mostBytes;
    mostBytes = Math.max(mostBytes, bytes);
    if (failure.reason() == Reason.TIMED_OUT && grew && resumptions < RESUMPTIONS) {
      resumptions++;
      return Optional.of(Duration.ZERO);
    }
    if (!failure.reason().isPassing() || failures == WAITS.size()) {
      return Optional.empty();
    }
    return Optional.of(wait(failure, WAITS.get(failures++)));
  }

  private static Duration wait(ModException failure, Duration usual) {
    Duration asked = failure.retryAfter().orElse(usual);
    Duration longer = asked.compareTo(usual) > 0 ? asked : usual;
    return longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
  }
}
