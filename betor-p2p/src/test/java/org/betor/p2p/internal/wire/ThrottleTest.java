package org.betor.p2p.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {
  private static final int REFILLS_A_SECOND = 20;
  private static final long REFILL_NANOS =
      Duration.ofSeconds(1).dividedBy(REFILLS_A_SECOND).toNanos();

  private final Throttle throttle = new Throttle();

  @ParameterizedTest
  @ValueSource(longs = {100, 999, 50_000, 1_000_000, 123_456_789, 4_000_000_000L})
  void letsAsManyBytesPassAsItsRateSays(long bytesPerSecond) {
    throttle.limit(OptionalLong.of(bytesPerSecond));

    long passed = pass(10 * REFILLS_A_SECOND);

    assertThat(passed).isCloseTo(10 * bytesPerSecond, Percentage.withPercentage(5));
  }

  @Test
  void letsAByteASecondPass() {
    throttle.limit(OptionalLong.of(1));

    assertThat(pass(60 * REFILLS_A_SECOND)).isCloseTo(60, within(1L));
  }

  @Test
  void keepsToItsRateHoweverUnevenlyTimeIsCounted() {
    throttle.limit(OptionalLong.of(1_000_000));
    Random random = new Random(5);
    long passed = 0;
    long nanos = 0;
    while (nanos < Duration.ofSeconds(10).toNanos()) {
      long step = random.nextLong(1, Duration.ofMillis(200).toNanos());
      throttle.refill(step);
      nanos += step;
      passed += takeAll();
    }

    assertThat(passed).isCloseTo(10_000_000, Percentage.withPercentage(5));
  }

  @Test
  void savesNoMoreThanAQuarterOfASecond() {
    throttle.limit(OptionalLong.of(1_000_000));

    throttle.refill(Duration.ofHours(1).toNanos());

    assertThat(throttle.allowance()).isEqualTo(250_000);
  }

  @Test
  void isPaidBackWhatPassedTooMuch() {
    throttle.limit(OptionalLong.of(1_000_000));
    throttle.spend(100_000);

    assertThat(throttle.allowance()).isZero();
    throttle.refill(Duration.ofMillis(100).toNanos());
    assertThat(throttle.allowance()).isZero();
    throttle.refill(Duration.ofMillis(50).toNanos());
    assertThat(throttle.allowance()).isEqualTo(50_000);
  }

  @Test
  void followsANewRateAtOnce() {
    throttle.limit(OptionalLong.of(10_000_000));
    pass(REFILLS_A_SECOND);
    throttle.refill(Duration.ofSeconds(1).toNanos());
    throttle.limit(OptionalLong.of(1_000));

    assertThat(throttle.allowance()).isLessThanOrEqualTo(250);
    assertThat(pass(10 * REFILLS_A_SECOND)).isCloseTo(10_000, Percentage.withPercentage(5));

    throttle.limit(OptionalLong.of(2_000_000));
    assertThat(pass(10 * REFILLS_A_SECOND)).isCloseTo(20_000_000, Percentage.withPercentage(5));
  }

  @Test
  void letsEverythingPassWithoutALimit() {
    assertThat(throttle.isLimited()).isFalse();
    throttle.spend(Long.MAX_VALUE / 2);
    assertThat(throttle.allowance()).isEqualTo(Integer.MAX_VALUE);

    throttle.limit(OptionalLong.of(1_000));
    throttle.spend(1_000_000);
    throttle.limit(OptionalLong.empty());
    assertThat(throttle.allowance()).isEqualTo(Integer.MAX_VALUE);
  }

  /** Takes all that may pass, so many times. */
  private long pass(int refills) {
    long passed = 0;
    for (int i = 0; i < refills; i++) {
      throttle.refill(REFILL_NANOS);
      passed += takeAll();
    }
    return passed;
  }

  private long takeAll() {
    int allowance = throttle.allowance();
    throttle.spend(allowance);
    return allowance;
  }
}
