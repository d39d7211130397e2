package org.betor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.betor.core.ScriptedProvider.SINTEL;
import static org.betor.core.ScriptedProvider.sintel;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.betor.api.model.Link;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Hits;
import org.betor.api.spi.Page;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SearchTest {
  private static final Query QUERY = Query.text("sintel");

  @TempDir Path folder;

  @Test
  void findsWhatAProviderFindsAndKeepsIt() throws InterruptedException {
    try (Betor betor =
        open(ScriptedProvider.of("good", (query, visit) -> visit.found(sintel(visit))))) {
      Report report = betor.search(QUERY).report();

      assertThat(report.outcomes())
          .singleElement()
          .asInstanceOf(type(Outcome.Found.class))
          .satisfies(found -> assertThat(found.posts()).isEqualTo(1));
      assertThat(report.releases())
          .singleElement()
          .satisfies(
              release -> {
                assertThat(release.infoHash()).contains(SINTEL);
                assertThat(release.title()).isEqualTo("Sintel");
                assertThat(release.providers()).containsExactly("good");
              });
    }
  }

  @Test
  void answersFromTheCatalogueFirstTheNextTime() throws InterruptedException {
    try (Betor betor =
        open(ScriptedProvider.of("good", (query, visit) -> visit.found(sintel(visit))))) {
      assertThat(betor.search(QUERY).known()).isEqualTo(Hits.NONE);
      betor.search(QUERY).report();
    }
    try (Betor betor = open()) {
      assertThat(betor.search(QUERY).known().releases())
          .singleElement()
          .satisfies(release -> assertThat(release.infoHash()).contains(SINTEL));
    }
  }

  @Test
  void makesOneReleaseOfTheSameTorrentFromTwoProviders() throws InterruptedException {
    try (Betor betor =
        open(
            ScriptedProvider.of("one", (query, visit) -> visit.found(sintel(visit))),
            ScriptedProvider.of("two", (query, visit) -> visit.found(sintel(visit))))) {
      assertThat(betor.search(QUERY).report().releases())
          .singleElement()
          .satisfies(
              release -> assertThat(release.providers()).containsExactlyInAnyOrder("one", "two"));
    }
  }

  @Test
  void theBestAnswerComesFirstAndWhatIsPlainlySomethingElseIsCountedOnly()
      throws InterruptedException {
    List<Release> heard = Collections.synchronizedList(new ArrayList<>());
    SearchListener listener =
        new SearchListener() {
          @Override
          public void found(ProviderInfo provider, Release release) {
            heard.add(release);
          }
        };
    ScriptedProvider site =
        ScriptedProvider.of(
            "site",
            (query, visit) -> {
              visit.found(titled(1, "Sintel: The Making Of"));
              visit.found(titled(2, "Elephants Dream"));
              visit.found(titled(3, "Sintel"));
            });
    try (Betor betor = open(site)) {
      Report report = betor.search(QUERY, listener).report();

      assertThat(report.releases())
          .extracting(Release::title)
          .containsExactly("Sintel", "Sintel: The Making Of");
      assertThat(heard).hasSize(2);
      assertThat(report.outcomes())
          .singleElement()
          .asInstanceOf(type(Outcome.Found.class))
          .satisfies(
              found -> {
                assertThat(found.posts()).isEqualTo(3);
                assertThat(found.beside()).isEqualTo(1);
                assertThat(found.describe())
                    .isEqualTo("3 posts, 1 offered beside what was asked for");
              });
      assertThat(betor.search(Query.text("elephants")).known().releases())
          .as("what was found beside is kept")
          .extracting(Release::title)
          .containsExactly("Elephants Dream");
    }
  }

  @Test
  void aSiteThatAsksForPatienceIsLeftAlone() throws InterruptedException {
    AtomicInteger visits = new AtomicInteger();
    ScriptedProvider busy =
        ScriptedProvider.of(
            "busy",
            (query, visit) -> {
              visits.incrementAndGet();
              throw SiteException.unavailable(
                  visit.home(), 429, Optional.of(Duration.ofMinutes(2)));
            });
    AtomicLong now = new AtomicLong(Instant.parse("2026-11-01T12:00:00Z").getEpochSecond());
    try (Betor betor =
        Betor.builder(folder)
            .withoutDiscovery()
            .provider(busy)
            .clock(() -> Instant.ofEpochSecond(now.get()))
            .open()) {
      assertThat(outcome(betor)).contains("again in 120 s");

      now.addAndGet(119);
      assertThat(outcome(betor)).contains("not asked", "patience until 2026-11-01T12:02:00Z");
      assertThat(visits).hasValue(1);

      now.addAndGet(1);
      outcome(betor);
      assertThat(visits).hasValue(2);
    }
  }

  @Test
  void aSiteThatAsksForPatienceAmongItsPagesIsLeftAloneToo() throws InterruptedException {
    AtomicInteger pages = new AtomicInteger();
    ScriptedProvider busy =
        ScriptedProvider.of(
            "busy",
            (query, visit) -> {
              visit.found(sintel(visit));
              visit.each(
                  List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
                  page -> {
                    pages.incrementAndGet();
                    throw SiteException.unavailable(
                        visit.home(), 429, Optional.of(Duration.ofHours(1)));
                  });
            });
    try (Betor betor = open(busy)) {
      assertThat(outcome(betor)).startsWith("1 post, ");
      assertThat(pages).as("one for each thread at most").hasValueLessThanOrEqualTo(4);
      assertThat(outcome(betor)).contains("not asked", "patience until");
    }
  }

  private static String outcome(Betor betor) throws InterruptedException {
    return betor.search(QUERY).report().outcomes().get(0).describe();
  }

  private static Post titled(int number, String title) {
    return Films.post(number, title)
        .offers(List.of(Offer.of(Films.magnet(number)).build()))
        .build();
  }

  @Test
  void whatIsBlockedIsNeitherShownNorWrittenAgainAfterARestartEither() throws InterruptedException {
    ReleaseKey key = ReleaseKey.of(SINTEL);
    ScriptedProvider site =
        ScriptedProvider.of("site", (query, visit) -> visit.found(sintel(visit)));
    try (Betor betor = open(site)) {
      betor.search(QUERY).report();
      betor.block(key, "its owner asked for it");

      assertThat(betor.search(QUERY).known().releases()).isEmpty();
      assertThat(betor.catalog().find(key, Viewer.ANYONE)).isEmpty();
    }
    try (Betor betor = open(site)) {
      Report report = betor.search(QUERY).report();

      assertThat(report.releases()).isEmpty();
      assertThat(report.outcomes().get(0).describe()).contains("1 offered beside");
      assertThat(betor.blocked()).containsExactly(Map.entry(key, "its owner asked for it"));

      betor.unblock(key);
      assertThat(betor.blocked()).isEmpty();
      assertThat(betor.search(QUERY).report().releases()).hasSize(1);
    }
  }

  @Test
  void saysOfEachProviderWhatBecameOfIt() throws InterruptedException {
    URI page = URI.create("https://challenge.example/?s=sintel");
    try (Betor betor =
        open(
            ScriptedProvider.of("silent", (query, visit) -> {}),
            ScriptedProvider.of(
                "empty", (query, visit) -> visit.provedEmpty(Page.html(visit.home(), ""))),
            ScriptedProvider.of(
                "challenge",
                (query, visit) -> {
                  throw SiteException.challenge(page);
                }),
            ScriptedProvider.of(
                "broken",
                (query, visit) -> {
                  visit.found(sintel(visit));
                  throw new ArithmeticException("planted");
                }),
            ScriptedProvider.of("good", (query, visit) -> visit.found(sintel(visit))))) {
      List<Outcome> outcomes = betor.search(QUERY).report().outcomes();

      assertThat(outcomes)
          .extracting(outcome -> outcome.getClass().getSimpleName())
          .containsExactly("Unproven", "Empty", "Failed", "Failed", "Found");
      assertThat(outcomes.get(2).describe()).contains("proof of a human being", page.toString());
      assertThat(outcomes.get(3).describe()).contains("planted");
      assertThat(outcomes.get(3).posts()).isEqualTo(1);
      assertThat(betor.health().providers())
          .extracting(provider -> provider.last().orElseThrow())
          .isEqualTo(outcomes);
    }
  }

  @Test
  void keysInAddressesAreNotShown() throws Exception {
    String secret = "5uper5ecret";
    try (Betor betor =
        open(
            ScriptedProvider.of(
                "empty",
                (query, visit) ->
                    visit.provedEmpty(Page.html(visit.home().resolve("api?apikey=" + secret), ""))),
            ScriptedProvider.of(
                "broken",
                (query, visit) -> {
                  throw new ArithmeticException(visit.home() + "api?apikey=" + secret);
                }))) {
      List<Outcome> outcomes = betor.search(QUERY).report().outcomes();

      assertThat(outcomes.get(0).describe()).contains("api?apikey=").doesNotContain(secret);
      assertThat(outcomes.get(1).describe()).contains("the provider broke").doesNotContain(secret);
      assertThat(outcomes.toString()).doesNotContain(secret);
      assertThat(betor.health().toString()).doesNotContain(secret);
    }
  }

  @Test
  void keepsAPostBeforeItShowsIt() throws InterruptedException {
    List<Release> seen = Collections.synchronizedList(new ArrayList<>());
    try (Betor betor =
        open(ScriptedProvider.of("good", (query, visit) -> visit.found(sintel(visit))))) {
      SearchListener listener =
          new SearchListener() {
            @Override
            public void found(ProviderInfo provider, Release release) {
              betor.catalog().refresh();
              betor.catalog().find(release.key(), Viewer.ANYONE).ifPresent(seen::add);
            }
          };
      betor.search(QUERY, listener).report();
    }

    assertThat(seen)
        .singleElement()
        .satisfies(kept -> assertThat(kept.infoHash()).contains(SINTEL));
  }

  @Test
  void tellsAListenerWhatComesInOrder() throws InterruptedException {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    SearchListener listener =
        new SearchListener() {
          @Override
          public void known(Hits hits) {
            heard.add("known " + hits.total());
          }

          @Override
          public void started(ProviderInfo provider) {
            heard.add("started " + provider.id());
          }

          @Override
          public void found(ProviderInfo provider, Release release) {
            heard.add("found " + release.title());
          }

          @Override
          public void ended(Outcome outcome) {
            heard.add("ended " + outcome.posts());
          }
        };
    try (Betor betor =
        open(ScriptedProvider.of("good", (query, visit) -> visit.found(sintel(visit))))) {
      betor.search(QUERY, listener).report();
    }

    assertThat(heard).containsExactly("known 0", "started good", "found Sintel", "ended 1");
  }

  @Test
  void isNotHarmedByAListenerThatThrows() throws InterruptedException {
    SearchListener listener =
        new SearchListener() {
          @Override
          public void found(ProviderInfo provider, Release release) {
            throw new IllegalStateException("planted");
          }
        };
    try (Betor betor =
        open(ScriptedProvider.of("good", (query, visit) -> visit.found(sintel(visit))))) {
      assertThat(betor.search(QUERY, listener).report().releases()).hasSize(1);
    }
  }

  @Test
  void runsTheStepsOfAProviderSideBySideAndNotesTheOneThatFails() throws InterruptedException {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    try (Betor betor =
        open(
            ScriptedProvider.of(
                "good",
                (query, visit) -> {
                  java.util.concurrent.CyclicBarrier pair =
                      new java.util.concurrent.CyclicBarrier(2);
                  visit.each(
                      List.of(1, 2),
                      step -> {
                        threads.add(Thread.currentThread().getName());
                        meet(pair);
                        if (step == 1) {
                          throw SiteException.layoutChanged(visit.home(), "h1");
                        }
                        visit.found(sintel(visit));
                      });
                }))) {
      Outcome outcome = betor.search(QUERY).report().outcomes().get(0);

      assertThat(threads)
          .containsExactlyInAnyOrder("betor-provider-good", "betor-provider-good-step");
      assertThat(outcome)
          .asInstanceOf(type(Outcome.Found.class))
          .satisfies(
              found ->
                  assertThat(found.skipped())
                      .singleElement()
                      .extracting(Problem::message)
                      .asString()
                      .contains("h1", "https://good.example/"));
    }
  }

  @Test
  void keepsATorrentWhoseInfoHashIsNotKnownYet() throws InterruptedException {
    try (Betor betor =
        open(
            ScriptedProvider.of(
                "good",
                (query, visit) -> {
                  var file = new Link.TorrentFile(visit.home().resolve("sintel.torrent"));
                  visit.found(
                      sintel(visit).toBuilder().offers(List.of(Offer.of(file).build())).build());
                }))) {
      betor.search(QUERY).report();

      ReleaseKey key = ReleaseKey.of("good", "https://good.example/sintel.torrent");
      assertThat(betor.catalog().find(key, Viewer.ANYONE)).isPresent();
      assertThat(
              betor.catalog().search(CatalogQuery.words("sintel").build(), Viewer.ANYONE).total())
          .isEqualTo(1);
    }
  }

  @Test
  void goesToTheNextMirrorWhenTheFirstDoesNotAnswerAndRemembersIt() throws InterruptedException {
    List<URI> visited = Collections.synchronizedList(new ArrayList<>());
    ProviderInfo info =
        ProviderInfo.of("moved", "Moved")
            .home("https://old.example/")
            .home("https://new.example/")
            .build();
    Provider provider =
        new ScriptedProvider(
            info,
            (query, visit) -> {
              visited.add(visit.home());
              if (visit.home().getHost().equals("old.example")) {
                throw SiteException.unreachable(visit.home().resolve("?s=sintel"), null);
              }
              visit.found(sintel(visit));
            });
    try (Betor betor = open(provider)) {
      assertThat(betor.search(QUERY).report().releases()).hasSize(1);
      assertThat(betor.health().providers().get(0).home())
          .isEqualTo(URI.create("https://new.example/"));
    }
    try (Betor betor = open(provider)) {
      betor.search(QUERY).report();
    }

    assertThat(visited)
        .extracting(URI::getHost)
        .containsExactly("old.example", "new.example", "new.example");
  }

  @Test
  void visitsTheAddressThatTheApplicationSets() throws InterruptedException {
    List<URI> visited = Collections.synchronizedList(new ArrayList<>());
    try (Betor betor =
        Betor.builder(folder)
            .withoutDiscovery()
            .provider(ScriptedProvider.of("good", (query, visit) -> visited.add(visit.home())))
            .setting("good.home", "http://127.0.0.1:8080/blog")
            .open()) {
      betor.search(QUERY).report();
    }

    assertThat(visited).containsExactly(URI.create("http://127.0.0.1:8080/blog/"));
  }

  @Test
  void namesAPluginThatCannotBeLoadedAndGoesOnWithoutIt() throws Exception {
    Path services = Files.createDirectories(folder.resolve("plugin/META-INF/services"));
    Files.writeString(services.resolve(Provider.class.getName()), "org.example.Missing");
    try (URLClassLoader plugins =
            new URLClassLoader(new URL[] {folder.resolve("plugin/").toUri().toURL()}, null);
        Betor betor =
            Betor.builder(folder)
                .classLoader(plugins)
                .provider(ScriptedProvider.of("good", (query, visit) -> visit.found(sintel(visit))))
                .open()) {
      assertThat(betor.search(QUERY).report().releases()).hasSize(1);
      assertThat(betor.health().broken())
          .singleElement()
          .asString()
          .contains("org.example.Missing", "plugin");
    }
  }

  @Test
  void refusesTwoProvidersOfTheSameId() {
    assertThatThrownBy(
            () ->
                open(
                    ScriptedProvider.of("twin", (query, visit) -> {}),
                    ScriptedProvider.of("twin", (query, visit) -> {})))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("twin");
  }

  private static void meet(CyclicBarrier pair) {
    try {
      pair.await();
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  private Betor open(Provider... providers) {
    Betor.Builder builder = Betor.builder(folder).withoutDiscovery();
    List.of(providers).forEach(builder::provider);
    return builder.open();
  }
}
