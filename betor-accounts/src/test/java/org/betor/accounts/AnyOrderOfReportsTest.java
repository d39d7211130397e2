package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.betor.api.model.InfoHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports may come in any order, again, or not at all: what the last ones say is what counts. */
class AnyOrderOfReportsTest {
  private final Community community = community();
  private final UserId bia = community.person("Bia", Role.USER).id();

  @AfterEach
  void close() throws SQLException {
    community.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theTotalsAreThoseOfTheLastReports(long seed) {
    Random random = new Random(seed);
    List<List<TrafficReport>> sessions = sessions(random);
    List<TrafficReport> arriving = new ArrayList<>();
    for (List<TrafficReport> session : sessions) {
      arriving.add(last(session));
      session.stream().filter(report -> random.nextInt(3) > 0).forEach(arriving::add);
      session.stream().filter(report -> random.nextInt(3) == 0).forEach(arriving::add);
    }
    Collections.shuffle(arriving, random);
    for (TrafficReport report : arriving) {
      community.time.advance(Duration.ofSeconds(random.nextInt(100)));
      community.accounts.ratios().report(bia, report);
    }

    assertTotals(sessions);
  }

  @Test
  void reportsThatComeTogetherThroughTwoInstancesAddUp() {
    List<List<TrafficReport>> sessions = sessions(new Random(9));
    try (Accounts other = community.settings().open()) {
      List<Ratios> instances = List.of(community.accounts.ratios(), other.ratios());
      sessions.stream()
          .flatMap(List::stream)
          .parallel()
          .forEach(report -> instances.get((int) report.sequence() % 2).report(bia, report));
    }

    assertTotals(sessions);
  }

  private void assertTotals(List<List<TrafficReport>> sessions) {
    Standing standing = community.accounts.ratios().standing(bia);
    assertThat(standing.uploadedBytes())
        .isEqualTo(sessions.stream().mapToLong(session -> last(session).uploadedBytes()).sum());
    assertThat(standing.downloadedBytes())
        .isEqualTo(sessions.stream().mapToLong(session -> last(session).downloadedBytes()).sum());
    List<TrafficDay> days = community.accounts.ratios().history(bia, 400);
    assertThat(days.stream().mapToLong(TrafficDay::uploadedBytes).sum())
        .isEqualTo(standing.uploadedBytes());
  }

  private List<List<TrafficReport>> sessions(Random random) {
    List<List<TrafficReport>> sessions = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      UUID session = Reports.session(community.time.instant(), number / 2);
      sessions.add(session(session, number % 2 == 0 ? Reports.SINTEL : Reports.BUNNY, random));
    }
    return sessions;
  }

  private static List<TrafficReport> session(UUID session, InfoHash infoHash, Random random) {
    List<TrafficReport> reports = new ArrayList<>();
    long up = 0;
    long down = 0;
    for (int sequence = 1; sequence <= 12; sequence++) {
      up += random.nextInt(1_000_000);
      down += random.nextInt(1_000_000);
      reports.add(new TrafficReport(session, infoHash, sequence, up, down));
    }
    return reports;
  }

  private static TrafficReport last(List<TrafficReport> session) {
    return session.get(session.size() - 1);
  }

  Community community() {
    return new Community();
  }
}
