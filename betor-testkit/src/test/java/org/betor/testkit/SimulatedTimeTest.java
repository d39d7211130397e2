package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatedTimeTest {
  private final SimulatedTime time = new SimulatedTime(Instant.EPOCH);

  @Test
  void leapsWhenSomebodyPauses() throws InterruptedException {
    time.pause(Duration.ofHours(24));
    time.pause(Duration.ofHours(-1));

    assertThat(time.instant()).isEqualTo("1970-01-02T00:00:00Z");
  }

  @Test
  void doesNotPauseAThreadThatIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> time.pause(Duration.ofHours(1)));
    assertThat(time.instant()).isEqualTo(Instant.EPOCH);
  }
}
