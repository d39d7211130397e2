package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "9949, 9.9 kB",
    "9951, 10 kB",
    "999499, 999 kB",
    "999500, 1.0 MB",
    "4700000000, 4.7 GB",
    "9223372036854775807, 9.2 EB"
  })
  void bytesHaveAUnitThatFits(long bytes, String text) {
    assertThat(Amount.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT59.9S, 59 s",
    "PT1M, 1 min 00 s",
    "PT59M59S, 59 min 59 s",
    "PT1H, 1 h 00 min",
    "PT23H59M, 23 h 59 min",
    "P2DT5H, 2 d 05 h"
  })
  void timesHaveTheTwoUnitsThatMatter(Duration time, String text) {
    assertThat(Amount.time(time)).isEqualTo(text);
  }
}
