package org.betor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.betor.core.ScriptedProvider.post;
import static org.betor.core.ScriptedProvider.sintel;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Query;
import org.betor.api.spi.VisitEnded;
import org.betor.core.Outcome.CutOff;
import org.betor.testkit.MemoryCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A provider that misbehaves harms nobody but itself. */
@Timeout(60)
@Isolated
class ShutOffTest {
  private static final Query QUERY = Query.text("sintel");

  @TempDir Path folder;

  private final HeldPause pause = new HeldPause();
  private final Provider good =
      ScriptedProvider.of("good", (query, visit) -> visit.found(sintel(visit)));

  @Test
  void aProviderThatHangsIsCutOffAtItsDeadlineAndNotAskedAgainUntilItEnds()
      throws InterruptedException {
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch letGo = new CountDownLatch(1);
    Provider stubborn =
        ScriptedProvider.of(
            "stubborn",
            (query, visit) -> {
              hanging.countDown();
              awaitWhateverHappens(letGo);
            });
    try (Betor betor = open(stubborn, good)) {
      CountDownLatch goodIsDone = new CountDownLatch(1);
      SearchListener listener =
          new SearchListener() {
            @Override
            public void ended(Outcome outcome) {
              goodIsDone.countDown();
            }
          };
      Search search = betor.search(QUERY, listener);
      hanging.await();
      goodIsDone.await();
      pause.end();
      Report report = search.report();

      assertThat(report.releases()).hasSize(1);
      assertThat(report.outcomes().get(0))
          .asInstanceOf(type(CutOff.class))
          .satisfies(cutOff -> assertThat(cutOff.why()).isEqualTo(CutOff.Reason.DEADLINE));
      assertThat(report.outcomes().get(1)).isInstanceOf(Outcome.Found.class);
      assertThat(betor.health().providers())
          .extracting(Health.OfProvider::stuck)
          .containsExactly(true, false);
      assertThat(betor.search(QUERY).report().outcomes().get(0))
          .isInstanceOf(Outcome.NotAsked.class);

      letGo.countDown();
      until(() -> !betor.health().providers().get(0).stuck());
    }
  }

  @Test
  void everyMethodOfAVisitThrowsAfterItsEnd() throws InterruptedException {
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch letGo = new CountDownLatch(1);
    CompletableFuture<List<Class<?>>> thrown = new CompletableFuture<>();
    Provider late =
        ScriptedProvider.of(
            "late",
            (query, visit) -> {
              var post = sintel(visit);
              var page = Page.html(visit.home(), "");
              hanging.countDown();
              awaitWhateverHappens(letGo);
              thrown.complete(
                  List.of(
                      thrownBy(visit::home),
                      thrownBy(() -> visit.fetch(PageRequest.get(page.address()))),
                      thrownBy(() -> visit.each(List.of(1), step -> {})),
                      thrownBy(() -> visit.found(post)),
                      thrownBy(() -> visit.provedEmpty(page)),
                      thrownBy(() -> visit.wants(page.address())),
                      thrownBy(() -> visit.note(new Problem(page.address(), "late"))),
                      thrownBy(visit::settings),
                      thrownBy(visit::now)));
            });
    try (Betor betor = open(late)) {
      Search search = betor.search(QUERY);
      hanging.await();
      search.cancel();
      Report report = search.report();
      letGo.countDown();

      assertThat(report.outcomes().get(0).describe()).startsWith("cancelled");
      assertThat(thrown.join()).hasSize(9).containsOnly(VisitEnded.class);
      assertThat(report.releases()).isEmpty();
    }
  }

  @Test
  void aProviderThatFloodsIsStoppedAndWhatItFoundIsKept() throws InterruptedException {
    Provider flood =
        ScriptedProvider.of(
            "flood",
            (query, visit) -> {
              for (int i = 0; ; i++) {
                visit.found(
                    post(visit.home().resolve("post-" + i), new InfoHash("%040x".formatted(i))));
              }
            });
    try (Betor betor =
        Betor.builder(folder)
            .withoutDiscovery()
            .catalog(new MemoryCatalog.Factory())
            .provider(flood)
            .provider(good)
            .open()) {
      Report report = betor.search(QUERY).report();

      assertThat(report.outcomes().get(0))
          .asInstanceOf(type(CutOff.class))
          .satisfies(
              cutOff -> {
                assertThat(cutOff.why()).isEqualTo(CutOff.Reason.FLOOD);
                assertThat(cutOff.posts()).isEqualTo(500);
              });
      assertThat(report.releases()).hasSize(501);
    }
  }

  @Test
  void aPostWithThousandsOfOffersIsAFloodToo() throws InterruptedException {
    Provider flood =
        ScriptedProvider.of(
            "flood",
            (query, visit) -> {
              for (int i = 0; ; i++) {
                visit.found(manyOffers(visit.home().resolve("post-" + i), i * 5_000));
              }
            });
    try (Betor betor = Betor.builder(folder).withoutDiscovery().provider(flood).open()) {
      assertThat(betor.search(QUERY).report().outcomes().get(0))
          .asInstanceOf(type(CutOff.class))
          .satisfies(
              cutOff -> {
                assertThat(cutOff.why()).isEqualTo(CutOff.Reason.FLOOD);
                assertThat(cutOff.posts()).isEqualTo(1);
              });
    }
  }

  private static Post manyOffers(URI address, int first) {
    List<Offer> offers =
        IntStream.range(first, first + 5_000)
            .mapToObj(number -> Offer.of(Films.magnet(number)).build())
            .toList();
    return Post.at(address, "Sintel").offers(offers).build();
  }

  @Test
  void aProviderThatSwallowsItsEndIsCutOffAllTheSame() throws InterruptedException {
    Provider deaf =
        ScriptedProvider.of(
            "deaf",
            (query, visit) -> {
              URI home = visit.home();
              for (int i = 0; i < 600; i++) {
                var post = post(home.resolve("post-" + i), new InfoHash("%040x".formatted(i)));
                thrownBy(() -> visit.found(post));
              }
            });
    try (Betor betor =
        Betor.builder(folder)
            .withoutDiscovery()
            .catalog(new MemoryCatalog.Factory())
            .provider(deaf)
            .open()) {
      assertThat(betor.search(QUERY).report().outcomes().get(0))
          .asInstanceOf(type(CutOff.class))
          .satisfies(cutOff -> assertThat(cutOff.why()).isEqualTo(CutOff.Reason.FLOOD));
    }
  }

  @Test
  void aProviderThatThrowsAnErrorIsNamedAndTheOthersAreComplete() throws InterruptedException {
    Provider recursive = ScriptedProvider.of("recursive", (query, visit) -> overflow(0));
    Provider misfit =
        ScriptedProvider.of(
            "misfit",
            (query, visit) -> {
              throw new NoSuchMethodError("Visit.teleport()");
            });
    try (Betor betor = open(recursive, misfit, good)) {
      Report report = betor.search(QUERY).report();

      assertThat(report.outcomes().get(0).describe()).contains("StackOverflowError");
      assertThat(report.outcomes().get(1).describe())
          .contains("test-classes", "built against another API", "Visit.teleport()", "update it");
      assertThat(report.outcomes().get(2)).isInstanceOf(Outcome.Found.class);
    }
  }

  @Test
  void rubbishCostsOnlyItself() throws InterruptedException {
    Provider rubbish =
        ScriptedProvider.of(
            "rubbish",
            (query, visit) -> {
              visit.found(sintel(visit).toBuilder().offers(List.of()).build());
              visit.found(nothing());
            });
    try (Betor betor = open(rubbish, good)) {
      Report report = betor.search(QUERY).report();

      assertThat(report.outcomes().get(0)).isInstanceOf(Outcome.Failed.class);
      assertThat(report.releases()).hasSize(1);
    }
  }

  @Test
  void closingEndsASearchAndLeavesNoThreadButThatOfAStubbornProvider() throws Exception {
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch letGo = new CountDownLatch(1);
    AtomicInteger interrupts = new AtomicInteger();
    Provider stubborn =
        ScriptedProvider.of(
            "stubborn",
            (query, visit) -> {
              hanging.countDown();
              interrupts.set(awaitWhateverHappens(letGo));
            });
    Betor betor = open(stubborn, good);
    Search search = betor.search(QUERY);
    hanging.await();

    betor.close();

    assertThat(search.report().outcomes()).hasSize(2);
    assertThat(liveThreads()).containsExactly("betor-provider-stubborn");
    letGo.countDown();
    until(() -> liveThreads().isEmpty());
    assertThat(interrupts).hasPositiveValue();
  }

  private static int awaitWhateverHappens(CountDownLatch latch) {
    int interrupts = 0;
    while (true) {
      try {
        latch.await();
        return interrupts;
      } catch (InterruptedException ignored) {
        interrupts++;
      }
    }
  }

  private static Class<?> thrownBy(Runnable call) {
    try {
      call.run();
      return Void.class;
    } catch (RuntimeException thrown) {
      return thrown.getClass();
    }
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  private static List<String> liveThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("betor-"))
        .sorted()
        .toList();
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      assertThat(Thread.currentThread().isInterrupted()).as("out of time").isFalse();
      Thread.onSpinWait();
    }
  }

  private Betor open(Provider... providers) {
    Betor.Builder builder = Betor.builder(folder).withoutDiscovery().pause(pause);
    List.of(providers).forEach(builder::provider);
    return builder.open();
  }
}
