package org.betor.mods.steam.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private final SimulatedTime time = new SimulatedTime();
  private final Instant start = time.instant();
  private final TokenBucket bucket = new TokenBucket(3, Duration.ofSeconds(2), time, time);

  @Test
  void letsAFewPassAtOnceAndThenOneInEachInterval() throws InterruptedException {
    assertThat(secondsOfTurns(6)).containsExactly(0L, 0L, 0L, 2L, 4L, 6L);
  }

  @Test
  void savesNoMoreThanABurst() throws InterruptedException {
    secondsOfTurns(6);
    time.advance(Duration.ofSeconds(994));

    assertThat(secondsOfTurns(4)).containsExactly(1_000L, 1_000L, 1_000L, 1_002L);
  }

  @Test
  void neverWaitsForLessThanNothing() throws InterruptedException {
    List<Duration> waits = new ArrayList<>();
    TokenBucket polite = new TokenBucket(3, Duration.ofSeconds(2), time, waits::add);
    polite.take();
    polite.take();

    assertThat(waits).containsOnly(Duration.ZERO);
  }

  @Test
  void doesNotWaitForAClockThatWasSetBack() throws InterruptedException {
    secondsOfTurns(4);
    time.advance(Duration.ofDays(-1));

    assertThat(secondsOfTurns(1).get(0)).isLessThan(0);
  }

  @Test
  void restsAsLongAsItIsAskedToAndNoLongerThanHalfADay() {
    bucket.restFor(Duration.ofSeconds(90));
    assertThat(bucket.rest()).contains(Duration.ofSeconds(90));
    time.advance(Duration.ofSeconds(90));
    assertThat(bucket.rest()).isEmpty();

    bucket.restFor(Duration.ofDays(4_000));
    assertThat(bucket.rest()).contains(Duration.ofHours(12));
  }

  private List<Long> secondsOfTurns(int count) throws InterruptedException {
    List<Long> seconds = new ArrayList<>();
    for (int turn = 0; turn < count; turn++) {
      bucket.take();
      seconds.add(Duration.between(start, time.instant()).toSeconds());
    }
    return seconds;
  }
}
