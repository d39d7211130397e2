package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.betor.api.model.Link;
import org.betor.api.model.Release;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.SiteException.Reason;
import org.betor.api.spi.Visit;
import org.betor.core.Betor;
import org.betor.core.Outcome;
import org.betor.core.Report;
import org.betor.providers.bludv.BludvProvider;
import org.betor.providers.comando.ComandoProvider;
import org.betor.samples.SamplePost;
import org.betor.samples.SamplePosts;
import org.betor.samples.SampleSite;
import org.betor.samples.SampleSites;
import org.betor.samples.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way: real providers, the real engine, sites in real markup over real sockets. */
class SampleSearchTest {
  @TempDir Path folder;

  private final SampleSite site = SampleSite.bludv().start();

  @AfterEach
  void stop() {
    site.close();
  }

  static Stream<SamplePost> bludvPosts() {
    return SamplePosts.bludv().stream().filter(post -> !post.infoHashes().isEmpty());
  }

  static Stream<SamplePost> comandoPosts() {
    return SamplePosts.comando().stream().filter(post -> !post.infoHashes().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("bludvPosts")
  void findsEveryTorrentOfAPostThroughItsGates(SamplePost post) throws InterruptedException {
    assertAllFound(search(site, post.originalTitle()), post);
  }

  @ParameterizedTest
  @MethodSource("comandoPosts")
  void findsEveryTorrentOfAPostInAnotherThemeToo(SamplePost post) throws InterruptedException {
    try (SampleSite comando = SampleSite.comando().start()) {
      assertAllFound(search(new ComandoProvider(), comando, post.originalTitle()), post);
    }
  }

  @Test
  void findsComandoAtAnOlderHomeWhereTheNewestRefusesTheConnection() throws Exception {
    try (SampleSite comando = SampleSite.comando().start();
        Betor betor =
            Betor.builder(folder)
                .withoutDiscovery()
                .provider(new Moved(new ComandoProvider(), refusing(), comando.home()))
                .pause(SampleSearchTest::onlyDeadlinesTakeTime)
                .open()) {
      Report report = betor.search(Query.text("sintel")).report();

      assertThat(report.outcomes())
          .singleElement(type(Outcome.Found.class))
          .satisfies(found -> assertThat(found.posts()).isEqualTo(1));
      assertThat(report.releases()).hasSize(3);
      assertThat(betor.health().providers().get(0).home()).isEqualTo(comando.home());
    }
  }

  @Test
  void givesATorrentOfTwoSitesOneReleaseWithTwoListings() throws InterruptedException {
    try (SampleSites sites = SampleSites.start();
        Betor betor =
            Betor.builder(folder)
                .setting("bludv.home", sites.home("bludv").toString())
                .setting("comando.home", sites.home("comando").toString())
                .open()) {
      Report report = betor.search(Query.text("phantom empire")).report();

      assertThat(report.releases()).hasSize(25);
      assertThat(report.releases())
          .filteredOn(release -> release.listings().size() == 2)
          .hasSize(13)
          .allSatisfy(
              release ->
                  assertThat(release.providers()).containsExactlyInAnyOrder("bludv", "comando"));
    }
  }

  @Test
  void findsWithFewerWordsWhatTheSiteDoesNotFindWithAll() throws InterruptedException {
    Report report = search(site, "tears of steel mango");

    assertThat(report.releases()).isNotEmpty();
    assertThat(site.requests("?s=tears+steel+mango")).isEqualTo(1);
    assertThat(site.requests("?s=tears+steel")).isEqualTo(1);
  }

  @Test
  void keepsALinkThatStaysShutWithItsReason() throws InterruptedException {
    Report report = search(site, "tears of steel");

    assertThat(report.releases())
        .filteredOn(release -> release.infoHash().isEmpty())
        .singleElement()
        .extracting(SampleSearchTest::link)
        .asInstanceOf(type(Link.Unopened.class))
        .satisfies(shut -> assertThat(shut.reason()).contains("a link behind the gate"));
    assertThat(report.releases()).hasSize(5);
  }

  @Test
  void followsASiteThatGoesStraightToItsOnlyHit() throws InterruptedException {
    try (SampleSite direct = SampleSite.bludv().redirectsSingleHit().start()) {
      assertThat(search(direct, "sintel").releases()).hasSize(3);
    }
  }

  @Test
  void followsASiteThatHasMoved() throws InterruptedException {
    site.trouble(Trouble.MOVED);

    assertThat(search(site, "sintel").releases()).hasSize(3);
  }

  @Test
  void triesAgainWhereASiteIsBusy() throws InterruptedException {
    site.trouble("?s=", Trouble.BUSY, 2);

    assertThat(search(site, "sintel").releases()).hasSize(3);
    assertThat(site.requests("?s=sintel")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "CHALLENGE, CHALLENGE",
    "REFUSED, REFUSED",
    "MISSING, MISSING",
    "SERVER_ERROR, UNAVAILABLE",
    "BUSY, UNAVAILABLE",
    "CUT_CONNECTION, UNREACHABLE",
    "GARBAGE, LAYOUT_CHANGED",
    "OTHER_LAYOUT, LAYOUT_CHANGED"
  })
  void saysWhyASiteCouldNotBeRead(Trouble trouble, Reason reason) throws InterruptedException {
    site.trouble(trouble);

    Outcome outcome = search(site, "sintel").outcomes().get(0);

    assertThat(outcome)
        .asInstanceOf(type(Outcome.Failed.class))
        .extracting(Outcome.Failed::cause)
        .asInstanceOf(type(SiteException.class))
        .satisfies(
            cause -> {
              assertThat(cause.reason()).isEqualTo(reason);
              assertThat(cause).hasMessageContaining(site.home() + "?s=sintel");
            });
  }

  @Test
  void skipsOneBadPostAndNamesIt() throws InterruptedException {
    SamplePost bad = SamplePosts.bludv().get(1);
    site.trouble(bad.slug(), Trouble.MISSING);

    Report report = search(site, "blu-ray");

    assertThat(report.outcomes().get(0))
        .asInstanceOf(type(Outcome.Unproven.class))
        .satisfies(
            outcome ->
                assertThat(outcome.skipped())
                    .singleElement()
                    .extracting(Problem::message)
                    .asString()
                    .contains(bad.slug(), "404"));
    assertThat(search(site, "web-dl").releases()).hasSizeGreaterThan(10);
  }

  @Test
  void readsEveryPageOfASearch() throws InterruptedException {
    try (SampleSite large =
        SampleSite.bludv().posts(SamplePosts.generate(10)).postsPerPage(4).start()) {
      assertThat(search(large, "amostra").outcomes().get(0).posts()).isEqualTo(10);
    }
  }

  @Test
  void asksNoPageTwiceInASearch() throws InterruptedException {
    search(site, "sintel");

    assertThat(site.requests())
        .allSatisfy((page, times) -> assertThat(times).as(page).isEqualTo(1));
  }

  private static Link link(Release release) {
    return release.listings().get(0).offer().link();
  }

  private static void assertAllFound(Report report, SamplePost post) {
    assertThat(report.releases())
        .extracting(release -> release.infoHash().orElse(null))
        .containsAll(post.infoHashes());
    assertThat(report.releases()).allSatisfy(release -> assertThat(release.year()).isPresent());
  }

  private Report search(SampleSite where, String words) throws InterruptedException {
    return search(new BludvProvider(), where, words);
  }

  private Report search(Provider provider, SampleSite where, String words)
      throws InterruptedException {
    try (Betor betor =
        Betor.builder(folder)
            .withoutDiscovery()
            .provider(provider)
            .setting(provider.info().id() + ".home", where.home().toString())
            .pause(SampleSearchTest::onlyDeadlinesTakeTime)
            .open()) {
      return betor.search(Query.text(words)).report();
    }
  }

  /** A home where nobody listens. */
  private static URI refusing() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }
  }

  /** A provider whose site has other homes. */
  private record Moved(Provider site, URI newest, URI older) implements Provider {
    @Override
    public ProviderInfo info() {
      return ProviderInfo.of(site.info().id(), site.info().name())
          .home(newest.toString())
          .home(older.toString())
          .build();
    }

    @Override
    public void search(Query query, Visit visit) {
      site.search(query, visit);
    }
  }

  /** Retries follow at once; a deadline is never reached. */
  private static void onlyDeadlinesTakeTime(Duration time) throws InterruptedException {
    if (time.compareTo(Duration.ofSeconds(60)) >= 0) {
      new CountDownLatch(1).await();
    }
  }
}
