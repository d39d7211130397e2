package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Settings;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.VisitEnded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecordedVisitTest {
  private static final URI HOME = URI.create("https://cinemateca.example/");
  private static final URI POST = HOME.resolve("sintel/");

  private final RecordedSite site =
      RecordedSite.of(getClass())
          .html("https://cinemateca.example/", "<p>home</p>")
          .page(POST.toString(), "/recorded-pages/post-sintel.html");
  private final RecordedVisit visit = site.visit();

  @Test
  void answersWithWhatWasRecorded() {
    assertThat(visit.home()).isEqualTo(HOME);
    assertThat(visit.fetch(PageRequest.get(POST)).text()).contains("Sintel (2010)");
    assertThat(visit.fetch(PageRequest.get(HOME.resolve("sintel/#more-1"))).ok()).isTrue();
    assertThat(visit.fetch(PageRequest.get(HOME.resolve("page/2/"))).missing()).isTrue();
    assertThat(visit.fetched()).hasSize(3).contains(POST);
  }

  @Test
  void answersWithAnyStatusAndAfterRedirects() {
    Page moved = Page.of(HOME.resolve("new/"), 503, Map.of(), new byte[0]);
    RecordedVisit visit = site.page(POST.toString(), moved).visit();

    assertThat(visit.fetch(PageRequest.get(POST))).isSameAs(moved);
  }

  @Test
  void namesAResourceThatIsNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> site.page("https://cinemateca.example/", "/recorded-pages/none.html"))
        .withMessageContaining("/recorded-pages/none.html");
  }

  @Test
  @Timeout(10)
  void doesSeveralStepsAtOnceAndReturnsWhenAllAreDone() {
    CountDownLatch together = new CountDownLatch(4);
    Set<Integer> done = ConcurrentHashMap.newKeySet();

    visit.each(
        IntStream.range(0, 100).boxed().toList(),
        item -> {
          together.countDown();
          await(together);
          done.add(item);
        });

    assertThat(done).hasSize(100);
  }

  @Test
  void notesAFailedStepAndGoesOn() {
    visit.each(
        List.of(POST, HOME),
        item -> {
          if (item.equals(POST)) {
            throw SiteException.missing(POST, 404);
          }
          throw new IllegalStateException("no heading");
        });

    assertThat(visit.problems())
        .containsExactlyInAnyOrder(
            Problem.of(SiteException.missing(POST, 404)),
            new Problem(HOME, HOME + ": java.lang.IllegalStateException: no heading"));
  }

  @Test
  void handsAnErrorOfAStepOn() {
    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(
            () ->
                visit.each(
                    List.of(1),
                    item -> {
                      throw new StackOverflowError();
                    }));
  }

  @Test
  void everyMethodThrowsAfterTheEnd() {
    visit.end();

    List<Runnable> methods =
        List.of(
            visit::home,
            visit::settings,
            visit::now,
            () -> visit.fetch(PageRequest.get(POST)),
            () -> visit.each(List.of(), item -> {}),
            () -> visit.found(Post.at(POST, "Sintel").build()),
            () -> visit.provedEmpty(Page.html(POST, "")),
            () -> visit.wants(POST),
            () -> visit.note(new Problem(POST, "strange")));
    assertThat(methods)
        .allSatisfy(call -> assertThatExceptionOfType(VisitEnded.class).isThrownBy(call::run));
    assertThat(visit.posts()).isEmpty();
  }

  @Test
  void endsInTheMiddleOfItsSteps() {
    visit.endAfterFetches(1);

    assertThatExceptionOfType(VisitEnded.class)
        .isThrownBy(
            () -> visit.each(List.of(POST, POST), post -> visit.fetch(PageRequest.get(post))));
    assertThat(visit.fetched()).hasSize(1);
    assertThat(visit.problems()).isEmpty();
    assertThat(visit.endIgnored()).isFalse();
  }

  @Test
  void isOverForAThreadThatIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(VisitEnded.class).isThrownBy(visit::home);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void isSetUpByTheTest() throws InterruptedException {
    SimulatedTime time = new SimulatedTime(Instant.EPOCH);
    visit.wanting(HOME::equals).settings(Settings.of(Map.of("token", "x"))).clock(time);

    time.pause(Duration.ofDays(1));

    assertThat(visit.now()).isEqualTo(Instant.EPOCH.plus(Duration.ofDays(1)));
    assertThat(visit.wants(HOME)).isTrue();
    assertThat(visit.wants(POST)).isFalse();
    assertThat(visit.settings().find("token")).contains("x");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
