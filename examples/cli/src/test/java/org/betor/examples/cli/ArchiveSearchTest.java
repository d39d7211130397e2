package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.SiteException.Reason;
import org.betor.core.Betor;
import org.betor.core.Outcome;
import org.betor.core.Report;
import org.betor.providers.archive.ArchiveProvider;
import org.betor.providers.bludv.BludvProvider;
import org.betor.samples.SampleItem;
import org.betor.samples.SampleItems;
import org.betor.samples.SampleSite;
import org.betor.samples.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way to a loopback archive, and to it and a blog together. */
class ArchiveSearchTest {
  @TempDir Path folder;

  private final SampleSite archive = SampleSite.archive().start();
  private final SampleSite blog = SampleSite.bludv().start();

  @AfterEach
  void stop() {
    archive.close();
    blog.close();
  }

  static List<SampleItem> offered() {
    return SampleItems.archive().stream().filter(SampleItem::isOffered).toList();
  }

  @ParameterizedTest
  @MethodSource("offered")
  void findsEveryItemByItsTitleAsItIsWritten(SampleItem item) throws InterruptedException {
    Report report = search(item.title(), new ArchiveProvider());

    ReleaseKey key =
        item.infoHash()
            .map(ReleaseKey::of)
            .orElseGet(() -> ReleaseKey.of("archive", item.identifier()));
    assertThat(report.releases())
        .filteredOn(release -> release.key().equals(key))
        .singleElement()
        .satisfies(release -> assertThat(link(release).target()).endsWith("_archive.torrent"))
        .satisfies(release -> assertThat(release.sizeBytes()).isPresent());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void makesOneReleaseWithTwoListingsOfWhatBothSitesHave(boolean archiveFirst)
      throws InterruptedException {
    Report report =
        archiveFirst
            ? search("nosferatu", new ArchiveProvider(), new BludvProvider())
            : search("nosferatu", new BludvProvider(), new ArchiveProvider());

    assertThat(report.releases()).hasSize(2);
    assertThat(report.releases())
        .filteredOn(release -> release.providers().size() == 2)
        .singleElement()
        .satisfies(
            both -> {
              assertThat(both.listings())
                  .extracting(Listing::provider)
                  .containsExactlyInAnyOrder("archive", "bludv");
              assertThat(both.magnet()).isPresent();
            });
  }

  @Test
  void makesOneReleaseAlsoOfTwoSearches() throws InterruptedException {
    search("nosferatu", new BludvProvider());

    Report later = search("nosferatu", new ArchiveProvider());

    assertThat(later.releases())
        .anySatisfy(
            both -> assertThat(both.providers()).containsExactlyInAnyOrder("archive", "bludv"));
  }

  @ParameterizedTest
  @CsvSource({
    "tears of steel, not downloaded",
    "his girl friday, not downloaded",
    "cosmos laundromat, no torrent"
  })
  void saysWhatItSkips(String words, String why) throws InterruptedException {
    assertThat(search(words, new ArchiveProvider()).outcomes().get(0))
        .asInstanceOf(type(Outcome.Unproven.class))
        .satisfies(
            outcome ->
                assertThat(outcome.skipped())
                    .singleElement()
                    .extracting(Problem::message)
                    .asString()
                    .contains(archive.home() + "details/", why));
  }

  @Test
  void provesThatTheArchiveHasNothing() throws InterruptedException {
    assertThat(search("\"casablanca\" (OR)", new ArchiveProvider()).outcomes().get(0))
        .isInstanceOf(Outcome.Empty.class);
  }

  @Test
  void showsWhatIsOfTheYearOrStatesNone() throws InterruptedException {
    Report near = search(Query.text("the general").year(1927), new ArchiveProvider());
    Report far = search(Query.text("the general").year(1998), new ArchiveProvider());

    assertThat(near.releases()).hasSize(1);
    assertThat(far.outcomes().get(0).posts()).isEqualTo(1);
    assertThat(far.releases()).isEmpty();
  }

  @Test
  void readsTheFirstFiftyAndNoItemTwice() throws InterruptedException {
    try (SampleSite large = SampleSite.archive(SampleItems.generate(200)).start();
        Betor betor = betor(large, new ArchiveProvider())) {
      assertThat(betor.search(Query.text("sample")).report().outcomes().get(0).posts())
          .isEqualTo(49); // its pages overlap by one
      assertThat(large.requests())
          .hasSize(51)
          .allSatisfy((page, times) -> assertThat(times).as(page).isEqualTo(1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED, REFUSED",
    "SERVER_ERROR, UNAVAILABLE",
    "BUSY, UNAVAILABLE",
    "TRUNCATED, UNREADABLE",
    "GARBAGE, LAYOUT_CHANGED",
    "OTHER_LAYOUT, LAYOUT_CHANGED",
  })
  void saysWhyTheArchiveCouldNotBeRead(Trouble trouble, Reason reason) throws InterruptedException {
    archive.trouble("advancedsearch.php", trouble);

    assertThat(search("sintel", new ArchiveProvider()).outcomes().get(0))
        .asInstanceOf(type(Outcome.Failed.class))
        .extracting(Outcome.Failed::cause)
        .asInstanceOf(type(SiteException.class))
        .extracting(SiteException::reason)
        .isEqualTo(reason);
  }

  @Test
  void triesAgainWhereTheArchiveIsBusy() throws InterruptedException {
    archive.trouble("", Trouble.BUSY, 2);

    assertThat(search("limite", new ArchiveProvider()).releases()).hasSize(1);
  }

  @Test
  void oneBrokenItemCostsOnlyItself() throws InterruptedException {
    archive.trouble("metadata/nosferatu", Trouble.TRUNCATED);

    assertThat(search("1922 OR kid", new ArchiveProvider()).outcomes().get(0))
        .isInstanceOf(Outcome.Empty.class);
    Report report = search("horror", new ArchiveProvider());
    assertThat(report.outcomes().get(0)).isInstanceOf(Outcome.Unproven.class);
    assertThat(search("comedy", new ArchiveProvider()).releases()).hasSize(2);
  }

  private static Link link(Release release) {
    return release.listings().get(0).offer().link();
  }

  private Report search(String words, Provider... providers) throws InterruptedException {
    return search(Query.text(words), providers);
  }

  private Report search(Query query, Provider... providers) throws InterruptedException {
    try (Betor betor = betor(archive, providers)) {
      return betor.search(query).report();
    }
  }

  private Betor betor(SampleSite items, Provider... providers) {
    Betor.Builder library =
        Betor.builder(folder)
            .withoutDiscovery()
            .setting("archive.home", items.home().toString())
            .setting("bludv.home", blog.home().toString())
            .pause(ArchiveSearchTest::onlyDeadlinesTakeTime);
    List.of(providers).forEach(library::provider);
    return library.open();
  }

  /** Retries follow at once; a deadline is never reached. */
  private static void onlyDeadlinesTakeTime(Duration time) throws InterruptedException {
    if (time.compareTo(Duration.ofSeconds(60)) >= 0) {
      new CountDownLatch(1).await();
    }
  }
}
