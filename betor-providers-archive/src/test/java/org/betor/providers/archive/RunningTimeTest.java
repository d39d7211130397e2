package org.betor.providers.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningTimeTest {

  @ParameterizedTest
  @CsvSource({
    "1:15:32, PT1H15M32S",
    "00:09:56, PT9M56S",
    "14:48, PT14M48S",
    "01:36, PT1M36S",
    "1:08:00.5, PT1H8M",
    "75 min, PT75M",
    "75 minutes, PT75M",
    "94min., PT94M",
    "1 hr 54 min, PT1H54M",
    "1h15m, PT1H15M",
    "2 hours, PT2H",
    "52 seconds, PT52S",
  })
  void readsEverySpelling(String text, Duration time) {
    assertThat(RunningTime.parse(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0:00:00",
        "75",
        "unknown",
        "-5 min",
        "1:99",
        "99999999999 min",
        "1:2:3:4",
        "min"
      })
  void saysNothingOfWhatItCannotTell(String text) {
    assertThat(RunningTime.parse(text)).isEmpty();
  }
}
