package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateMeterTest {
  private final RateMeter meter = new RateMeter();

  @Test
  void tellsTheMeanOfTheLastSeconds() {
    second(100);
    assertThat(meter.perSecond()).isEqualTo(100);
    second(300);
    assertThat(meter.perSecond()).isEqualTo(200);
    second(0);
    second(0);
    assertThat(meter.perSecond()).isEqualTo(100);
    second(0);
    assertThat(meter.perSecond()).isEqualTo(75);
    second(0);
    assertThat(meter.perSecond()).isZero();
    assertThat(meter.total()).isEqualTo(400);
  }

  @Test
  void tellsWhatCameInTheFirstSecondBeforeItIsOver() {
    meter.count(50);

    assertThat(meter.perSecond()).isEqualTo(50);
  }

  private void second(long bytes) {
    meter.count(bytes);
    meter.tick();
  }
}
