package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link Provider} promises. A test class that implements this runs these tests.
 *
 * <pre>{@code
 * class CinematecaProviderTest implements ProviderContract {
 *   public Provider provider() {
 *     return new CinematecaProvider();
 *   }
 *
 *   public RecordedSite site() {
 *     return RecordedSite.of(getClass())
 *         .page("https://cinemateca.example/?s=sintel", "/recorded-pages/search-sintel.html")
 *         .page("https://cinemateca.example/sintel/", "/recorded-pages/post-sintel.html");
 *   }
 * }
 * }</pre>
 */
public interface ProviderContract {

  /** The provider; a new one for each call. */
  Provider provider();

  /** The site, with the pages that {@link #query} leads to. */
  RecordedSite site();

  /** A query to which the site has at least one post. */
  default Query query() {
    return Query.text("sintel");
  }

  /** The class that is registered: the provider's own, or that of the factory that makes it. */
  default Class<?> registered() {
    return provider().getClass();
  }

  /** Identity: a constant. */
  @Test
  default void isWhoItIs() {
    ProviderInfo info = provider().info();

    assertThat(info.name()).as("name").isNotBlank();
    assertThat(info.homes()).as("homes").doesNotHaveDuplicates();
    assertThat(Identity.of(provider().info()))
        .as("info of another instance")
        .isEqualTo(Identity.of(info));
  }

  /** Registration: for the class path, and on the module path for that too. */
  @Test
  default void isFoundByServiceLoader() {
    new Registration(registered()).check();
  }

  /** The purpose: a post with an offer. */
  @Test
  default void findsAPostWithAnOffer() {
    RecordedVisit visit = site().visit();

    provider().search(query(), visit);

    assertThat(visit.posts())
        .as("posts with offers; problems: %s", visit.problems())
        .anySatisfy(post -> assertThat(post.offers()).isNotEmpty());
    assertThat(visit.emptyProof()).as("proof that the site has nothing").isEmpty();
  }

  /** Several searches at once find what each finds alone. */
  @Test
  default void answersSeveralSearchesAtOnce() throws Exception {
    Provider provider = provider();
    List<Post> alone = posts(provider);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<List<Post>> search = () -> posts(provider);
      for (Future<List<Post>> together : threads.invokeAll(Collections.nCopies(16, search))) {
        assertThat(together.get()).containsExactlyInAnyOrderElementsOf(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** The end of a visit passes through, and nothing is asked of the visit afterwards. */
  @Test
  default void endsWithItsVisit() {
    RecordedVisit whole = site().visit();
    provider().search(query(), whole);

    for (int fetches = 0; fetches <= whole.fetched().size(); fetches++) {
      RecordedVisit visit = site().visit().endAfterFetches(fetches);
      Attempt.of(() -> provider().search(query(), visit)).endedWithItsVisit();
      assertThat(visit.endIgnored())
          .as("asked something of a visit that had ended after %d fetches", fetches)
          .isFalse();
    }
  }

  /** An interrupt ends the search and stays visible to the host. */
  @Test
  default void keepsTheInterrupt() {
    RecordedVisit visit = site().visit();
    boolean[] kept = new boolean[1];

    Attempt.of(
            () -> {
              Thread.currentThread().interrupt();
              try {
                provider().search(query(), visit);
              } finally {
                kept[0] = Thread.currentThread().isInterrupted();
              }
            })
        .endedWithItsVisit();

    assertThat(kept[0]).as("the thread is still interrupted").isTrue();
  }

  /** Pages come from the visit, time too, and threads are the host's. */
  @Test
  default void doesNothingBesidesItsVisit() {
    assertThat(new OwnCode(provider().getClass()).sideEffects())
        .as("I/O, threads and clocks besides the visit")
        .isEmpty();
  }

  /** Whatever comes, the search ends in time and with a reason. */
  @TestFactory
  default Stream<DynamicTest> survivesHostilePages() {
    return Arrays.stream(HostilePage.values())
        .flatMap(
            hostile ->
                Stream.of(
                    DynamicTest.dynamicTest(
                        "every page is " + hostile, () -> Hostility.everyPage(this, hostile)),
                    DynamicTest.dynamicTest(
                        "every page but the first is " + hostile,
                        () -> Hostility.laterPages(this, hostile))));
  }

  /** A page without anything proves nothing. */
  @Test
  default void doesNotTakeABlankPageForAProofOfNothing() {
    RecordedVisit visit = instead("<html><body></body></html>").visit();

    Attempt.of(() -> provider().search(query(), visit)).endedBy(SiteException.class);

    assertThat(visit.emptyProof()).as("proof that the site has nothing").isEmpty();
  }

  /** A page of another site is told apart from one without results. */
  @Test
  default void reportsAChangedLayout() {
    RecordedVisit visit =
        instead(
                """
                <!doctype html><html><head><title>Padaria da Esquina</title></head>
                <body><h1>Padaria da Esquina</h1><p>Aberta das 6 às 20 horas.</p>
                <a href="/contato">Contato</a></body></html>
                """)
            .visit();

    Attempt attempt = Attempt.of(() -> provider().search(query(), visit));

    attempt.endedBy(SiteException.class);
    assertThat(attempt.thrown())
        .as("SiteException.layoutChanged for the page of another site")
        .isInstanceOfSatisfying(
            SiteException.class,
            cause -> assertThat(cause.reason()).isEqualTo(SiteException.Reason.LAYOUT_CHANGED));
  }

  private List<Post> posts(Provider provider) {
    RecordedVisit visit = site().visit();
    provider.search(query(), visit);
    return visit.posts();
  }

  private RecordedSite instead(String html) {
    return site().damaged((page, fetch) -> Page.html(page.address(), html));
  }
}
