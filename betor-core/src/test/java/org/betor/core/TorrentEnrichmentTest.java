package org.betor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.core.ScriptedProvider.SINTEL;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.betor.api.model.Contents;
import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Change;
import org.betor.api.spi.Query;
import org.betor.api.spi.SwarmReport;
import org.betor.api.spi.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a torrent client finds out of releases, as an application sees it come. */
@Timeout(60)
class TorrentEnrichmentTest {
  private static final URI TRACKER = URI.create("udp://tracker.example:6969");

  @TempDir private Path folder;

  private final List<Change> heard = new CopyOnWriteArrayList<>();
  private final ScriptedTorrents client = new ScriptedTorrents();

  private Betor.Builder library() {
    client.told.put(SINTEL, ScriptedTorrents.file("sintel.mkv"));
    client.counted.put(SINTEL, new SwarmReport(List.of(new SwarmReport.Counted(TRACKER, 7, 2, 0))));
    return Betor.builder(folder)
        .withoutDiscovery()
        .onChange(heard::add)
        .provider(ScriptedProvider.of("good", (query, visit) -> visit.found(sintel(visit))));
  }

  private static Post sintel(Visit visit) {
    MagnetLink link = MagnetLink.parse("magnet:?xt=" + SINTEL.urn() + "&tr=" + TRACKER);
    return ScriptedProvider.sintel(visit).toBuilder()
        .offers(List.of(Offer.of(new Link.Magnet(link)).build()))
        .build();
  }

  private static <S extends Section> Optional<S> find(Betor betor, Class<S> kind) {
    betor.catalog().refresh();
    return release(betor).flatMap(release -> release.find(kind));
  }

  private static Optional<Release> release(Betor betor) {
    return betor.catalog().find(ReleaseKey.of(SINTEL), Viewer.ANYONE);
  }

  @Test
  void aReleaseHasItsFilesAndPeersAfterItWasFound() throws InterruptedException {
    try (Betor betor = library().torrentClient(client).open()) {
      betor.search(Query.text("sintel")).report();
      betor.enrichment().await();

      assertThat(release(betor).orElseThrow().sizeBytes()).hasValue(5);
      assertThat(release(betor).orElseThrow().seeders()).hasValue(7);
      assertThat(heard)
          .extracting(Change::section)
          .hasAtLeastOneElementOfType(Contents.class)
          .hasAtLeastOneElementOfType(Swarm.class);
      assertThat(client.torrents()).isEmpty();
      assertThat(betor.enrichment().pending()).isZero();
    }
  }

  @Test
  void withoutAClientNothingIsClaimedAndNothingWaits() throws InterruptedException {
    try (Betor betor = library().open()) {
      betor.search(Query.text("sintel")).report();
      betor.enrichment().await();

      assertThat(find(betor, Contents.class)).isEmpty();
      assertThat(find(betor, Swarm.class)).isEmpty();
      assertThat(betor.enrichment().pending()).isZero();
    }
  }

  @Test
  void aSlowClientKeepsNothingElseBackAndIsLetGoOfAtTheEnd() throws InterruptedException {
    CountDownLatch waitedFor = new CountDownLatch(1);
    client.hold(new CountDownLatch(1));
    Runnable held = client.atAwait;
    client.atAwait =
        () -> {
          waitedFor.countDown();
          held.run();
        };
    CountDownLatch counted = new CountDownLatch(1);
    try (Betor betor =
        library().torrentClient(client).onChange(change -> counted.countDown()).open()) {
      betor.search(Query.text("sintel")).report();
      counted.await();
      waitedFor.await();

      assertThat(find(betor, Swarm.class)).isPresent();
      assertThat(client.torrents()).hasSize(1);
    }
    assertThat(client.torrents()).isEmpty();

    client.hold(new CountDownLatch(0));
    try (Betor betor = library().torrentClient(client).open()) {
      betor.enrichment().await();
      assertThat(find(betor, Contents.class)).map(Contents::sizeBytes).hasValue(5L);
    }
  }

  @Test
  void aPauseHoldsForTheClientToo() throws InterruptedException {
    try (Betor betor = library().torrentClient(client).open()) {
      betor.enrichment().await();
      betor.enrichment().pause();
      betor.search(Query.text("sintel")).report();
      betor.enrichment().await();
      assertThat(client.added).isEmpty();
      assertThat(betor.enrichment().pending()).isEqualTo(3);

      betor.enrichment().resume();
      betor.enrichment().await();
      assertThat(find(betor, TitleMatch.class)).isPresent();
      assertThat(client.added).hasSize(1);
    }
  }
}
