package org.betor.core.internal.torrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.core.Films.hash;
import static org.betor.core.Films.key;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.betor.api.model.Block;
import org.betor.api.model.Swarm;
import org.betor.api.spi.Change;
import org.betor.api.spi.SwarmReport;
import org.betor.core.Films;
import org.betor.core.internal.enrich.EnrichmentRun;
import org.junit.jupiter.api.Test;

class SwarmStageTest {
  private static final URI TRACKER = URI.create("udp://tracker.example:6969");

  private final StageSetup setup = new StageSetup();
  private final EnrichmentRun enrichment = started();

  private EnrichmentRun started() {
    return setup.run(new SwarmStage(setup.catalog, setup.client, () -> setup.store, setup.time));
  }

  private void counts(int number, int seeders, int leechers) {
    setup.client.counted.put(
        hash(number),
        new SwarmReport(List.of(new SwarmReport.Counted(TRACKER, seeders, leechers, 9))));
  }

  private Optional<Swarm> swarm(int number) {
    return setup.release(number).find(Swarm.class);
  }

  @Test
  void countsWhoSharesTheNewestFirst() {
    for (int number = 1; number <= 3; number++) {
      setup.found(number);
      counts(number, number, 0);
      setup.time.advance(Duration.ofMinutes(1));
    }

    enrichment.wake();

    assertThat(setup.client.scraped).containsExactly(hash(3), hash(2), hash(1));
    assertThat(swarm(2)).hasValue(new Swarm(2, 0, setup.time.instant()));
    assertThat(setup.heard).hasSize(3);
    assertThat(enrichment.pending()).isZero();
  }

  @Test
  void countsAgainAfterSixHoursAndTellsOfWhatHasChanged() {
    setup.found(1);
    counts(1, 7, 2);
    enrichment.wake();
    setup.time.advance(Duration.ofHours(5));
    enrichment.wake();
    assertThat(setup.client.scraped).hasSize(1);

    setup.time.advance(Duration.ofHours(1));
    enrichment.wake();
    assertThat(setup.client.scraped).hasSize(2);
    assertThat(setup.heard).hasSize(1);

    counts(1, 8, 2);
    setup.time.advance(Duration.ofHours(6));
    enrichment.wake();
    assertThat(setup.heard).hasSize(2);
  }

  @Test
  void ifNoTrackerAnswersNothingIsClaimedAndNobodyAsksForSixHoursEvenAfterARestart() {
    setup.found(1);
    enrichment.wake();
    assertThat(swarm(1)).isEmpty();
    assertThat(enrichment.pending()).isZero();

    counts(1, 7, 2);
    setup.time.advance(Duration.ofHours(5));
    EnrichmentRun restarted = started();
    restarted.wake();
    assertThat(setup.client.scraped).hasSize(1);

    setup.time.advance(Duration.ofHours(1));
    restarted.wake();
    assertThat(swarm(1)).map(Swarm::seeders).hasValue(7);
  }

  @Test
  void asksForNoMoreThanSoManyAnHour() {
    IntStream.rangeClosed(1, 300)
        .forEach(
            number -> {
              setup.found(number);
              counts(number, 1, 1);
            });
    enrichment.wake();
    assertThat(setup.client.scraped).hasSize(240);
    assertThat(enrichment.pending()).isEqualTo(60);

    setup.time.advance(Duration.ofMinutes(59));
    enrichment.wake();
    assertThat(setup.client.scraped).hasSize(240);

    setup.time.advance(Duration.ofMinutes(1));
    enrichment.wake();
    assertThat(setup.client.scraped).hasSize(300).doesNotHaveDuplicates();
  }

  @Test
  void doesNotAskForWhatHasNoTrackerOrAPrivateOneOrIsBlocked() {
    setup.found(1, "magnet:?xt=" + Films.hash(1).urn());
    setup.found(2);
    setup.catalog.put(
        List.of(new Change(key(2), new Block("not ours to share", setup.time.instant()))));
    setup.found(3, StageSetup.torrentFile(3));
    setup.found(4, "magnet:?xt=" + Films.hash(4).urn() + "&tr=" + StageSetup.PRIVATE);

    enrichment.wake();

    assertThat(setup.client.scraped).isEmpty();
    assertThat(enrichment.pending()).isZero();
  }
}
