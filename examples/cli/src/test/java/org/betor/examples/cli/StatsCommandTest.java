package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.betor.accounts.Accounts;
import org.betor.accounts.RatioRule;
import org.betor.accounts.Standing;
import org.betor.accounts.TrafficDay;
import org.betor.accounts.TrafficReport;
import org.betor.accounts.User;
import org.betor.api.model.InfoHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatsCommandTest {
  @TempDir Path folder;

  private Terminal terminal;

  @BeforeEach
  void setUp() throws IOException {
    terminal = Terminal.ofAna(folder);
    try (Accounts accounts = Accounts.open(terminal.accounts())) {
      User ana = accounts.users().findByName("Ana").orElseThrow();
      User bia = accounts.users().findByName("Bia").orElseThrow();
      accounts.ratios().setRule(ana.id(), new RatioRule(1, 2_000_000));
      accounts.ratios().report(bia.id(), report(bia, 500_000, 2_000_000));
    }
  }

  private static TrafficReport report(User user, long up, long down) {
    long began = user.created().toEpochMilli();
    UUID session = new UUID(began << 16 | 0x7000, 1L << 63);
    return new TrafficReport(session, new InfoHash("1".repeat(40)), 1, up, down);
  }

  @Test
  void showsHowSomebodyStands() {
    assertThat(terminal.type("stats Bia")).isZero();

    assertThat(terminal.out().lines())
        .startsWith(
            "Bia: 500 kB up, 2.0 MB down, ratio 0.25",
            "warned: at least 1.00 is asked for, which lacks 1.5 MB up")
        .hasSize(3)
        .last()
        .asString()
        .endsWith("  500 kB up, 2.0 MB down");
  }

  @Test
  void printsItAsJson() {
    assertThat(terminal.type("stats --json Bia")).isZero();

    JsonNode json = JsonMapper.shared().readTree(terminal.out());
    assertThat(json.at("/ratio").doubleValue()).isEqualTo(0.25);
    assertThat(json.at("/standing").stringValue()).isEqualTo("warned");
    assertThat(json.at("/owedBytes").longValue()).isEqualTo(1_500_000);
    assertThat(json.at("/days/0/uploadedBytes").longValue()).isEqualTo(500_000);
  }

  @Test
  void showsOneselfUnlessTold() throws IOException {
    terminal.logIn("Bia");

    assertThat(terminal.type("stats")).isZero();
    assertThat(terminal.out()).startsWith("Bia: ");
    assertThat(terminal.type("stats bia")).isZero();

    assertThat(terminal.type("stats Ana")).isEqualTo(1);
    assertThat(terminal.err())
        .isEqualToIgnoringNewLines("betor: a User lacks the permission MANAGE_USERS");
  }

  @Test
  void showsEachDayAndNoRatioOfNothing() {
    List<TrafficDay> days =
        List.of(
            new TrafficDay(LocalDate.of(2026, 3, 2), 1_000, 0),
            new TrafficDay(LocalDate.of(2026, 3, 1), 500, 0));

    StatsReport report = new StatsReport("Ana", new Standing(1_500, 0, 0.5, 0), days);

    assertThat(report.text().lines())
        .containsExactly(
            "Ana: 1.5 kB up, 0 B down, ratio none",
            "fine: at least 0.50 is asked for",
            "2026-03-02  1.0 kB up, 0 B down",
            "2026-03-01  500 B up, 0 B down");
    assertThat(JsonMapper.shared().readTree(report.json()).has("ratio")).isFalse();
  }

  @Test
  void answersAMisuseWithCode2() {
    assertThat(terminal.type("stats --days 0")).isEqualTo(2);
    assertThat(terminal.err()).isEqualToIgnoringNewLines("betor: 1 to 400 days are shown, got 0");
  }
}
