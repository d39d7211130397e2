package org.betor.p2p.internal.tracker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often trackers are asked, and how long they may take.
 *
 * @param floor what passes at least between two announces to a tracker that answers, unless
 *     something happened; a tracker that asks for less is not asked more often
 * @param ceiling what passes at most
 * @param firstBackOff what passes after a first failure; doubled with each that follows
 * @param longestBackOff what passes at most after failures, unless the tracker asks for more
 * @param patience how long an answer may take
 * @param farewell how long an answer may take to the last announce
 */
public record Pace(
    Duration floor,
    Duration ceiling,
    Duration firstBackOff,
    Duration longestBackOff,
    Duration patience,
    Duration farewell) {

  /** As trackers of the world expect it. */
  public static final Pace USUAL =
      new Pace(
          Duration.ofMinutes(1),
          Duration.ofHours(2),
          Duration.ofSeconds(15),
          Duration.ofMinutes(30),
          Duration.ofSeconds(20),
          Duration.ofSeconds(3));

  private static final int MAX_DOUBLINGS = 20;

  /** This pace with another floor. */
  public Pace withFloor(Duration other) {
    return new Pace(other, ceiling, firstBackOff, longestBackOff, patience, farewell);
  }

  /** When to announce again to a tracker that said this. */
  Duration next(AnnounceAnswer.Answered answer) {
    return bounded(longer(answer.interval(), soonest(answer)));
  }

  /** When to announce again to a tracker that said this, if peers are needed. */
  Duration soonest(AnnounceAnswer.Answered answer) {
    return bounded(answer.minInterval().orElse(floor));
  }

  /**
   * When to ask a tracker again that failed; up to a quarter sooner than the rule has it, so that
   * not all clients of a tracker come back at once.
   *
   * @param failures in a row, from 1
   */
  Duration backOff(int failures, RandomGenerator random) {
    Duration doubled = firstBackOff.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
    long nanos = Math.min(doubled.toNanos(), longestBackOff.toNanos());
    return Duration.ofNanos(nanos - (long) (nanos / 4.0 * random.nextDouble()));
  }

  private Duration bounded(Duration asked) {
    return asked.compareTo(ceiling) > 0 ? ceiling : longer(asked, floor);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
