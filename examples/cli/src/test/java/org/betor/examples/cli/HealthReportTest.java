package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.betor.api.spi.SwarmReport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HealthReportTest {
  private static final URI FIRST = URI.create("udp://first.test:1337/announce");
  private static final URI SECOND = URI.create("http://second.test/announce");
  private static final URI THIRD = URI.create("udp://third.test:80");

  private final HealthReport report =
      new HealthReport(
          new SwarmReport(
              List.of(
                  new SwarmReport.Counted(FIRST, 12, 3, 456),
                  new SwarmReport.Unknown(SECOND),
                  new SwarmReport.Failed(THIRD, "no answer in 15 s"))));

  @Test
  void hasALineForEachTrackerAndTheBestNumbers() {
    assertThat(report.isAnswered()).isTrue();
    assertThat(report.text().lines())
        .containsExactly(
            FIRST + ": 12 seeders, 3 leechers, downloaded 456 times",
            SECOND + ": does not know it",
            THIRD + ": no answer in 15 s",
            "At best: 12 seeders, 3 leechers");
  }

  @Test
  void saysTheSameAsJson() {
    JsonNode json = JsonMapper.shared().readTree(report.json());

    assertThat(json.at("/seeders").intValue()).isEqualTo(12);
    assertThat(json.at("/leechers").intValue()).isEqualTo(3);
    assertThat(json.at("/trackers/0/downloads").intValue()).isEqualTo(456);
    assertThat(json.at("/trackers/1/problem").stringValue()).isEqualTo("does not know it");
    assertThat(json.at("/trackers/2/problem").stringValue()).isEqualTo("no answer in 15 s");
  }

  @Test
  void doesNotTakeSilenceForAnEmptySwarm() {
    HealthReport silence =
        new HealthReport(new SwarmReport(List.of(new SwarmReport.Failed(THIRD, "no answer"))));

    assertThat(silence.isAnswered()).isFalse();
    assertThat(silence.text()).contains("does not mean that nobody is there");
    assertThat(JsonMapper.shared().readTree(silence.json()).has("seeders")).isFalse();
  }
}
