package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.betor.accounts.Refusals.assertRefused;
import static org.betor.accounts.Reports.SINTEL;

import java.time.Instant;
import java.util.UUID;
import org.betor.accounts.AccountsException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficReportTest {
  private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
  private static final TrafficReport REPORT =
      new TrafficReport(Reports.session(BEGAN, 1), SINTEL, 3, 1L << 60, 0);

  @Test
  void readsWhatItWrote() {
    assertThat(TrafficReport.of(REPORT.json())).isEqualTo(REPORT);
    assertThat(REPORT.json())
        .isEqualTo(
            "{\"session\":\"019b76da-a800-7000-8000-000000000001\",\"infoHash\":\"%s\",\"sequence\":3,\"uploadedBytes\":1152921504606846976,\"downloadedBytes\":0}"
                .formatted("1".repeat(40)));
    assertThat(REPORT.began()).isEqualTo(BEGAN);
  }

  @Test
  void takesAnyOrderBlanksAndMembersOfLaterReleases() {
    String json =
        """
        { "later" : "what", "downloadedBytes": 7 , "uploadedBytes":5, "sequence":1,
          "infoHash":"%s", "more":12, "session":"%s" }
        """
            .formatted(SINTEL.hex(), REPORT.session());

    assertThat(TrafficReport.of(json))
        .isEqualTo(new TrafficReport(REPORT.session(), SINTEL, 1, 5, 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[]",
        "null",
        "{\"session\":1}",
        "{\"a\":1,}",
        "{\"a\":1}}",
        "{\"a\":{}}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":\"\\u0041\"}",
        "{\"a\":-1}",
        "{\"a\":1.5}",
        "{\"a\":1e3}",
        "{\"a\":99999999999999999999}",
        "{\"a\" 1}",
        "{'a':1}"
      })
  void whatIsNoReportIsRefused(String json) {
    assertRefused(Reason.INVALID, () -> TrafficReport.of(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"sequence\":3/\"sequence\":0",
        "\"sequence\":3/\"sequence\":\"3\"",
        "\"sequence\":3/\"sequence\":9999999999999999999",
        "\"uploadedBytes\":1152921504606846976/\"uploadedBytes\":1152921504606846977",
        "\"downloadedBytes\":0/\"downloadedBytes\":-1",
        "\"downloadedBytes\":0/\"more\":0",
        "-7000-/-4000-",
        "019b76da-/",
        "1111111111/",
      })
  void whatIsOutOfItsRangeIsRefused(String change) {
    String[] parts = change.split("/", -1);
    String changed = REPORT.json().replaceFirst(parts[0], parts[1]);
    assertThat(changed).isNotEqualTo(REPORT.json());

    assertRefused(Reason.INVALID, () -> TrafficReport.of(changed));
  }

  @Test
  void aLongTextIsRefused() {
    assertRefused(Reason.INVALID, () -> TrafficReport.of(REPORT.json() + " ".repeat(10) + "x"));
    assertRefused(
        Reason.INVALID,
        () -> TrafficReport.of("{\"a\":\"" + "x".repeat(1_000_000) + "\"," + REPORT.json()));
  }

  @Test
  void whoMakesAnImpossibleOneIsTold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrafficReport(UUID.randomUUID(), SINTEL, 1, 0, 0));
  }
}
