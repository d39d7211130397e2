package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.betor.accounts.Refusals.assertRefused;
import static org.betor.accounts.Reports.BUNNY;
import static org.betor.accounts.Reports.SINTEL;
import static org.betor.accounts.Reports.report;
import static org.betor.accounts.Reports.session;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Standing.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RatiosTest {
  private static final long RATE = 1_000;
  private static final Duration DAY = Duration.ofDays(1);

  private final Community community = community();
  private final Accounts accounts =
      community.settings().trafficLimits(new TrafficLimits(RATE, DAY.multipliedBy(7), 3)).open();
  private final Ratios ratios = accounts.ratios();
  private final UserId ana = community.ana.id();
  private final UserId bia = community.person("Bia", Role.USER).id();
  private final UUID session = session(community.time.instant(), 1);

  @AfterEach
  void close() throws SQLException {
    accounts.close();
    community.close();
  }

  @Test
  void bytesOfTorrentsAndSessionsAddUp() {
    community.time.advance(DAY);
    ratios.report(bia, report(session, SINTEL, 1, 100, 400));
    ratios.report(bia, report(session, SINTEL, 2, 300, 400));
    ratios.report(bia, report(session, BUNNY, 1, 100, 0));
    ratios.report(bia, report(session(community.time.instant(), 2), SINTEL, 1, 0, 100));

    Standing standing = ratios.standing(bia);
    assertThat(standing.uploadedBytes()).isEqualTo(400);
    assertThat(standing.downloadedBytes()).isEqualTo(500);
    assertThat(standing.ratio()).hasValue(0.8);
  }

  @Test
  void whoReportedNothingIsFineAndHasNoRatio() {
    ratios.setRule(ana, new RatioRule(1, 0));

    assertThat(ratios.standing(bia).state()).isEqualTo(State.FINE);
    assertThat(ratios.standing(bia).ratio()).isEmpty();
    assertThat(ratios.history(bia, 10)).isEmpty();
  }

  @Test
  void whoOwesIsWarnedAndThenMayNotDownloadUntilItIsMadeGood() {
    community.time.advance(DAY);
    ratios.setRule(ana, new RatioRule(0.5, 100));

    ratios.report(bia, report(session, SINTEL, 1, 0, 200));
    assertThat(ratios.standing(bia).state()).isEqualTo(State.WARNED);
    assertThat(ratios.standing(bia).owedBytes()).isEqualTo(100);
    assertThat(accounts.may(bia, Permission.DOWNLOAD)).isTrue();

    ratios.report(bia, report(session, SINTEL, 2, 0, 202));
    assertThat(ratios.standing(bia).state()).isEqualTo(State.MAY_NOT_DOWNLOAD);
    assertThat(accounts.may(bia, Permission.DOWNLOAD)).isFalse();
    assertThat(accounts.may(bia, Permission.SEARCH)).isTrue();

    ratios.report(bia, report(session, SINTEL, 3, 101, 202));
    assertThat(ratios.standing(bia).state()).isEqualTo(State.FINE);
    assertThat(accounts.may(bia, Permission.DOWNLOAD)).isTrue();
  }

  @Test
  void whoMayDoEverythingMayDownloadWhateverTheyOwe() {
    ratios.setRule(ana, new RatioRule(1, 0));
    ratios.adjust(ana, ana, 0, 1_000, "moved from another place");

    assertThat(ratios.standing(ana).state()).isEqualTo(State.MAY_NOT_DOWNLOAD);
    assertThat(accounts.may(ana, Permission.DOWNLOAD)).isTrue();
  }

  @Test
  void aMinimumOfOnesOwnTakesThePlaceOfTheRule() {
    ratios.setRule(ana, new RatioRule(1, 0));
    ratios.adjust(ana, bia, 100, 1_000, "moved from another place");

    assertThat(ratios.setMinimum(ana, bia, 0.1).state()).isEqualTo(State.FINE);
    assertThat(ratios.setMinimum(ana, bia, 0.101).state()).isEqualTo(State.MAY_NOT_DOWNLOAD);
    ratios.setMinimum(ana, bia, 0);
    ratios.setRule(ana, new RatioRule(2, 50));
    assertThat(ratios.standing(bia).minimum()).isZero();
    assertThat(ratios.clearMinimum(ana, bia).minimum()).isEqualTo(2);
  }

  @Test
  void adjustmentsHaveAReasonAndTakeNoMoreThanThereIs() {
    assertThat(ratios.adjust(ana, bia, 500, 0, "a gift").uploadedBytes()).isEqualTo(500);
    assertThat(ratios.adjust(ana, bia, -500, 7, "taken back").uploadedBytes()).isZero();

    assertRefused(Reason.INVALID, () -> ratios.adjust(ana, bia, 1, 0, " "));
    assertRefused(Reason.INVALID, () -> ratios.adjust(ana, bia, -1, 0, "too much"));
    assertRefused(Reason.INVALID, () -> ratios.adjust(ana, bia, Long.MIN_VALUE, 0, "too much"));
    assertThat(ratios.standing(bia).downloadedBytes()).isEqualTo(7);
  }

  @Test
  void onlyWhoMayChangesWhatCounts() {
    User manager = community.person("Caio", Role.MANAGER);
    User admin = community.person("Duda", Role.ADMIN);

    assertRefused(Reason.FORBIDDEN, () -> ratios.adjust(manager.id(), bia, 1, 0, "a gift"));
    assertRefused(Reason.FORBIDDEN, () -> ratios.adjust(admin.id(), admin.id(), 1, 0, "a gift"));
    assertRefused(Reason.FORBIDDEN, () -> ratios.setMinimum(admin.id(), ana, 0));
    assertRefused(Reason.FORBIDDEN, () -> ratios.setRule(manager.id(), RatioRule.NONE));
    assertThat(ratios.adjust(admin.id(), bia, 1, 0, "a gift").uploadedBytes()).isEqualTo(1);
    assertThat(accounts.audit().latest(1))
        .extracting(AuditEntry::act, AuditEntry::details)
        .containsExactly(tuple(Act.ADJUST_RATIO, "+1 up, +0 down: a gift"));
  }

  @Test
  void fasterThanCanBeIsRefusedAndChangesNothing() {
    community.time.advance(Duration.ofSeconds(40)); // and a minute in which clocks may differ
    ratios.report(bia, report(session, SINTEL, 1, 50 * RATE, 0));

    assertRefused(
        Reason.IMPOSSIBLE_TRAFFIC,
        () -> ratios.report(bia, report(session, SINTEL, 2, 101 * RATE, 0)));
    assertRefused(
        Reason.IMPOSSIBLE_TRAFFIC,
        () -> ratios.report(bia, report(session, BUNNY, 1, 51 * RATE, 0)));
    assertRefused(
        Reason.IMPOSSIBLE_TRAFFIC,
        () -> ratios.report(bia, report(session, BUNNY, 1, 0, 101 * RATE)));
    assertThat(ratios.standing(bia).uploadedBytes()).isEqualTo(50 * RATE);

    community.time.advance(Duration.ofSeconds(1));
    ratios.report(bia, report(session, SINTEL, 2, 101 * RATE, 0));
    assertThat(ratios.standing(bia).uploadedBytes()).isEqualTo(101 * RATE);
  }

  @Test
  void aLongSilenceMakesUpForAWeekAtMost() {
    community.time.advance(DAY.multipliedBy(29));
    long week = DAY.multipliedBy(7).toSeconds() * RATE;

    assertRefused(
        Reason.IMPOSSIBLE_TRAFFIC,
        () -> ratios.report(bia, report(session, SINTEL, 1, week + 61 * RATE, 0)));
    ratios.report(bia, report(session, SINTEL, 1, week, 0));
    assertThat(ratios.standing(bia).uploadedBytes()).isEqualTo(week);
  }

  @Test
  void bytesThatBecomeFewerAreRefused() {
    ratios.report(bia, report(session, SINTEL, 1, 100, 100));

    assertRefused(
        Reason.IMPOSSIBLE_TRAFFIC, () -> ratios.report(bia, report(session, SINTEL, 2, 99, 200)));
  }

  @Test
  void aSessionIsTakenForThirtyDaysAndNeverCountsAgain() {
    TrafficReport last = report(session, SINTEL, 9, 100, 0);
    community.time.advance(DAY.multipliedBy(30));
    ratios.report(bia, last);
    for (int day = 0; day < 2; day++) {
      community.time.advance(DAY);
      ratios.report(bia, report(session(community.time.instant(), 2), SINTEL, 1, 1, 0));
      assertRefused(Reason.IMPOSSIBLE_TRAFFIC, () -> ratios.report(bia, last));
    }
    assertThat(ratios.standing(bia).uploadedBytes()).isEqualTo(102);
  }

  @Test
  void aSessionOfTomorrowIsRefused() {
    UUID later = session(community.time.instant().plus(Duration.ofHours(25)), 1);

    assertRefused(
        Reason.IMPOSSIBLE_TRAFFIC, () -> ratios.report(bia, report(later, SINTEL, 1, 1, 0)));
  }

  @Test
  void sessionsAreBoundedAndOldOnesMakeRoom() {
    for (int number = 1; number <= 3; number++) {
      ratios.report(bia, report(session(community.time.instant(), number), SINTEL, 1, 1, 0));
    }
    assertRefused(
        Reason.TOO_MANY_SESSIONS, () -> ratios.report(bia, report(session, BUNNY, 1, 1, 0)));
    ratios.report(bia, report(session, SINTEL, 2, 2, 0));

    community.time.advance(DAY.multipliedBy(32));
    ratios.report(bia, report(session(community.time.instant(), 1), BUNNY, 1, 1, 0));
    assertThat(ratios.standing(bia).uploadedBytes()).isEqualTo(5);
  }

  @Test
  void theHistoryHasDaysInUtcAndForgetsOldOnes() {
    LocalDate first = LocalDate.parse("2026-01-01");
    ratios.report(bia, report(session, SINTEL, 1, 10, 0));
    community.time.advance(DAY.minusMillis(1));
    ratios.report(bia, report(session, SINTEL, 2, 30, 5));
    community.time.advance(Duration.ofMillis(1));
    ratios.report(bia, report(session, SINTEL, 3, 31, 5));

    assertThat(ratios.history(bia, 10))
        .containsExactly(new TrafficDay(first.plusDays(1), 1, 0), new TrafficDay(first, 30, 5));

    community.time.advance(DAY.multipliedBy(399));
    ratios.report(bia, report(session(community.time.instant(), 1), SINTEL, 1, 1, 1));
    assertThat(ratios.history(bia, 400))
        .extracting(TrafficDay::day)
        .containsExactly(first.plusDays(400), first.plusDays(1));
    assertThatIllegalArgumentException().isThrownBy(() -> ratios.history(bia, 401));
  }

  @Test
  void nobodyUnknownReports() {
    UserId nobody = new UserId(UUID.fromString("00000000-0000-4000-8000-000000000000"));

    assertRefused(
        Reason.UNKNOWN_USER, () -> ratios.report(nobody, report(session, SINTEL, 1, 1, 0)));
    assertRefused(Reason.UNKNOWN_USER, () -> ratios.standing(nobody));
  }

  @Test
  void trafficIsHandedOutAndErased() throws SQLException {
    ratios.report(bia, report(session, SINTEL, 1, 123, 45));
    ratios.setMinimum(ana, bia, 0.5);

    assertThat(String.valueOf(community.users.export(bia, bia).get("traffic")))
        .contains("uploadedBytes=123", "downloadedBytes=45", "minimum=0.5", SINTEL.hex())
        .contains("day=2026-01-01");

    community.users.erase(bia, bia);
    assertRefused(Reason.UNKNOWN_USER, () -> ratios.standing(bia));
  }

  Community community() {
    return new Community();
  }
}
