package org.betor.core.internal.torrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.core.Films.hash;
import static org.betor.core.Films.key;
import static org.betor.core.ScriptedTorrents.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.betor.api.model.Block;
import org.betor.api.model.Contents;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Release;
import org.betor.api.model.Viewer;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSource;
import org.betor.core.internal.enrich.EnrichmentRun;
import org.junit.jupiter.api.Test;

class ContentsStageTest {
  private final StageSetup setup = new StageSetup();
  private final EnrichmentRun enrichment = started();

  /** As the program does it at its start. */
  private EnrichmentRun started() {
    Path folder = Path.of("metadata");
    return setup.run(
        new ContentsStage(
            setup.catalog,
            new MetadataFetch(setup.client, folder, () -> setup.store, Duration.ofMinutes(1)),
            setup.time));
  }

  private Contents contents(int number) {
    return setup.release(number).find(Contents.class).orElseThrow();
  }

  private void addedByTheApplication(int number) {
    setup.client.add(
        TorrentSource.of(MagnetLink.of(hash(number))), AddOptions.into(Path.of("downloads")));
  }

  @Test
  void writesWhatIsInATorrentAndTakesItFromTheClient() {
    setup.found(1);
    setup.client.told.put(hash(1), file("sintel.mkv"));
    assertThat(enrichment.pending()).isEqualTo(1);

    enrichment.wake();

    assertThat(contents(1))
        .isEqualTo(
            new Contents(
                "sintel.mkv", List.of(new Contents.File("sintel.mkv", 5)), setup.time.instant()));
    assertThat(setup.heard).containsExactly(new Change(key(1), contents(1)));
    assertThat(setup.client.torrents()).isEmpty();
    assertThat(setup.store.keys("")).isEmpty();
    assertThat(enrichment.pending()).isZero();
  }

  @Test
  void whatNobodyTellsIsAskedForAgainAfterAMonthAndWhatIsKnownIsNot() {
    setup.found(1);
    setup.found(2);
    setup.client.told.put(hash(2), file("sintel.mkv"));
    enrichment.wake();
    assertThat(contents(1).files()).isEmpty();
    assertThat(setup.heard).hasSize(1);

    setup.client.told.put(hash(1), file("big-buck-bunny.mkv"));
    setup.time.advance(Duration.ofDays(29));
    enrichment.wake();
    assertThat(contents(1).files()).isEmpty();

    setup.time.advance(Duration.ofDays(2));
    enrichment.wake();
    assertThat(contents(1).files()).hasSize(1);
    assertThat(contents(2).files()).hasSize(1);
    assertThat(setup.client.added).containsExactlyInAnyOrder(hash(1), hash(2), hash(1));
    assertThat(enrichment.pending()).isZero();
  }

  @Test
  void whatNobodyToldIsAskedForAgainWhenAPageListsItAnotherDay() {
    setup.found(1);
    enrichment.wake();
    setup.client.told.put(hash(1), file("sintel.mkv"));

    setup.time.advance(Duration.ofHours(1));
    setup.found(1);
    enrichment.wake();
    assertThat(setup.client.added).hasSize(1);

    setup.time.advance(Duration.ofDays(1));
    setup.found(1);
    enrichment.wake();
    assertThat(contents(1).files()).hasSize(1);
  }

  @Test
  void aTorrentThatTheApplicationHasIsOnlyRead() {
    addedByTheApplication(1);
    setup.found(1);

    enrichment.wake();
    assertThat(setup.release(1).find(Contents.class)).isEmpty();

    setup.client.told.put(hash(1), file("sintel.mkv"));
    setup.time.advance(Duration.ofHours(1));
    enrichment.wake();
    assertThat(contents(1).files()).hasSize(1);
    assertThat(setup.client.added).hasSize(1);
    assertThat(setup.client.torrents()).hasSize(1);
  }

  @Test
  void aTorrentThatTheApplicationResumesMeanwhileStays() {
    setup.found(1);
    setup.client.told.put(hash(1), file("sintel.mkv"));
    setup.client.atAwait = () -> setup.client.get(hash(1)).resume();

    enrichment.wake();

    assertThat(contents(1).files()).hasSize(1);
    assertThat(setup.client.torrents()).hasSize(1);
  }

  @Test
  void whatWasInHandWhenTheProgramWasKilledIsDoneAndTakenAwayAfterTheNextStart() {
    setup.found(1);
    setup.client.told.put(hash(1), file("sintel.mkv"));
    setup.client.atAwait = ContentsStageTest::die;
    setup.client.atRemove = ContentsStageTest::die;
    setup.store.atRemove = ContentsStageTest::die;
    assertThatThrownBy(enrichment::wake).isInstanceOf(Killed.class);
    assertThat(setup.client.torrents()).hasSize(1);

    setup.client.atAwait = () -> {};
    setup.client.atRemove = () -> {};
    setup.store.atRemove = () -> {};
    started().wake();

    assertThat(contents(1).files()).hasSize(1);
    assertThat(setup.client.torrents()).isEmpty();
  }

  @Test
  void aClientThatFailsClaimsNothingAndIsAskedAgainInAnHour() {
    setup.found(1);
    setup.client.told.put(hash(1), file("sintel.mkv"));
    setup.client.atAdd =
        () -> {
          throw new TorrentException(TorrentException.Reason.DISK_FULL, "make room");
        };
    enrichment.wake();
    assertThat(setup.release(1).find(Contents.class)).isEmpty();
    assertThat(enrichment.pending()).isEqualTo(1);
    assertThat(setup.store.keys("")).isEmpty();

    setup.client.atAdd = () -> {};
    setup.time.advance(Duration.ofHours(1));
    enrichment.wake();
    assertThat(contents(1).files()).hasSize(1);
  }

  @Test
  void aTorrentThatIsRefusedHasNoContents() {
    setup.found(1);
    setup.client.atAwait =
        () -> {
          throw new TorrentException(TorrentException.Reason.BAD_METADATA, "no name");
        };

    enrichment.wake();

    assertThat(contents(1).files()).isEmpty();
    assertThat(setup.client.torrents()).isEmpty();
  }

  @Test
  void neitherBlockedReleasesNorThoseWithoutAnInfoHashAreAskedFor() {
    setup.found(1);
    setup.catalog.put(
        List.of(new Change(key(1), new Block("not ours to share", setup.time.instant()))));
    setup.found(2, StageSetup.torrentFile(2));

    enrichment.wake();

    assertThat(setup.client.added).isEmpty();
    assertThat(enrichment.pending()).isZero();
    Release lacking =
        setup.catalog.search(CatalogQuery.all().build(), Viewer.ANYONE).releases().get(0);
    assertThat(lacking.find(Contents.class).orElseThrow().files()).isEmpty();
  }

  @Test
  void noPrivateTrackerHearsOfItsUser() {
    setup.found(1, "magnet:?xt=" + hash(1).urn() + "&tr=" + StageSetup.PRIVATE);

    enrichment.wake();

    assertThat(setup.client.added).isEmpty();
    assertThat(contents(1).files()).isEmpty();
  }

  @Test
  void noPeerIsAskedThatAPageNames() {
    setup.found(1, "magnet:?xt=" + hash(1).urn() + "&x.pe=192.168.0.1:22");

    enrichment.wake();

    assertThat(setup.client.links)
        .singleElement()
        .satisfies(link -> assertThat(link.peers()).isEmpty());
  }

  private static void die() {
    throw new Killed();
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }
}
