package org.betor.api.spi;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.betor.api.Experimental;

/**
 * When a torrent that has all it wants stops to seed: at the first of the two that is reached.
 *
 * @param ratio bytes uploaded for each byte downloaded, from 0; empty does not count. Of a torrent
 *     that was never downloaded, the wanted size stands for what was downloaded
 * @param time how long it seeds, all times together; empty does not count
 */
@Experimental
public record SeedingGoal(OptionalDouble ratio, Optional<Duration> time) {
  /** Never: it seeds until it is paused or removed. */
  public static final SeedingGoal NONE = new SeedingGoal(OptionalDouble.empty(), Optional.empty());

  /** At once. */
  public static final SeedingGoal WHEN_FINISHED =
      new SeedingGoal(OptionalDouble.empty(), Optional.of(Duration.ZERO));

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if a goal is negative
   */
  public SeedingGoal {
    if (ratio.isPresent() && !(ratio.getAsDouble() >= 0)) {
      throw new IllegalArgumentException("a ratio is 0 or more, got " + ratio.getAsDouble());
    }
    if (time.filter(Duration::isNegative).isPresent()) {
      throw new IllegalArgumentException("a time to seed is 0 or more, got " + time.get());
    }
  }

  /** At this ratio. */
  public static SeedingGoal ratio(double ratio) {
    return new SeedingGoal(OptionalDouble.of(ratio), Optional.empty());
  }

  /** After this time. */
  public static SeedingGoal time(Duration time) {
    return new SeedingGoal(OptionalDouble.empty(), Optional.of(time));
  }
}
