package org.betor.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.betor.api.spi.SiteException.Reason;
import org.junit.jupiter.api.Test;

class SiteExceptionTest {
  private static final URI PAGE = URI.create("https://films.example/sintel/");

  @Test
  void everyMessageNamesThePage() {
    List<SiteException> all =
        List.of(
            SiteException.unreachable(PAGE, null),
            SiteException.unavailable(PAGE, 503),
            SiteException.challenge(PAGE),
            SiteException.refused(PAGE, 403),
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
    assertThat(SiteException.unavailable(PAGE, 503)).hasMessageContainingAll("503", "try later");
    assertThat(SiteException.disallowed(PAGE, "robots.txt forbids it"))
        .hasMessageContaining("robots.txt forbids it");
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
