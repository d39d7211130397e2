package org.betor.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.betor.api.spi.SiteException.Reason;
import org.junit.jupiter.api.Test;

class SiteExceptionTest {
  private static final URI PAGE = URI.create("https://films.example/sintel/");

  @Test
  void everyMessageNamesThePage() {
    List<SiteException> all =
        List.of(
            SiteException.unreachable(PAGE, null),
            SiteException.unavailable(PAGE, 503, Optional.empty()),
            SiteException.challenge(PAGE),
            SiteException.refused(PAGE, "status 403"),
            SiteException.missing(PAGE, 404),
            SiteException.disallowed(PAGE, "robots.txt forbids it"),
            SiteException.unreadable(PAGE, "over 8 MiB", null),
            SiteException.layoutChanged(PAGE, "h1.entry-title"));

    assertThat(all)
        .allSatisfy(failure -> assertThat(failure).hasMessageContaining(PAGE.toString()))
        .allSatisfy(failure -> assertThat(failure.page()).isEqualTo(PAGE));
    assertThat(all).extracting(SiteException::reason).containsExactly(Reason.values());
  }

  @Test
  void messagesSayWhatHappenedAndWhatToDo() {
    assertThat(SiteException.layoutChanged(PAGE, "h1.entry-title"))
        .hasMessageContainingAll("\"h1.entry-title\"", "mend the selector");
    assertThat(SiteException.unavailable(PAGE, 503, Optional.empty()))
        .hasMessageContainingAll("503", "try later");
    assertThat(SiteException.disallowed(PAGE, "robots.txt forbids it"))
        .hasMessageContaining("robots.txt forbids it");
  }

  @Test
  void aServerThatAsksForPatienceGetsIt() {
    var busy = SiteException.unavailable(PAGE, 429, Optional.of(Duration.ofMinutes(2)));

    assertThat(busy.retryAfter()).contains(Duration.ofMinutes(2));
    assertThat(busy).hasMessageContainingAll("429", "again in 120 s");
    assertThat(SiteException.unavailable(PAGE, "Request limit reached").retryAfter()).isEmpty();
    assertThat(SiteException.unavailable(PAGE, "Come later", busy.retryAfter()))
        .hasMessageContainingAll("\"Come later\"", "again in 120 s")
        .returns(busy.retryAfter(), SiteException::retryAfter);
  }

  @Test
  void keysAreNowhereToBeSeen() {
    URI secret = URI.create("https://index.example/api?t=caps&apikey=5uper5ecret");
    var failure =
        SiteException.unreachable(secret, new IOException("GET " + secret + " was cut off"));

    assertThat(failure.getMessage()).contains("index.example/api?t=caps").doesNotContain("5uper");
    assertThat(failure.page().toString()).doesNotContain("5uper");
    assertThat(Problem.of(failure).toString()).doesNotContain("5uper");
    assertThat(new Problem(secret, "at " + secret).toString()).doesNotContain("5uper");
  }

  @Test
  void theCauseIsKept() {
    IOException cause = new IOException("connection reset");

    assertThat(SiteException.unreachable(PAGE, cause))
        .hasCause(cause)
        .hasMessageContaining("connection reset");
    assertThat(SiteException.unreadable(PAGE, "broken gzip", cause)).hasCause(cause);
    assertThat(SiteException.unreachable(PAGE, null)).hasNoCause();
  }

  @Test
  void aProblemTellsTheSame() {
    SiteException failure = SiteException.missing(PAGE, 404);

    Problem problem = Problem.of(failure);

    assertThat(problem.where()).isEqualTo(PAGE);
    assertThat(problem.message()).isEqualTo(failure.getMessage());
  }
}
