package org.betor.core.internal.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.betor.api.model.Block;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Change;
import org.betor.core.Films;
import org.betor.testkit.MemoryCatalog;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.Test;

class EnrichmentRunTest {
  private final SimulatedTime time = new SimulatedTime(Films.NOON);
  private final Map<ReleaseKey, Release> kept = new HashMap<>();
  private Catalog catalog = new MemoryCatalog(kept);
  private final Counting stage = new Counting();
  private final List<Change> heard = new ArrayList<>();
  private final EnrichmentRun enrichment = on(catalog);

  private EnrichmentRun on(Catalog other) {
    return new EnrichmentRun(other, List.of(stage), time, Runnable::run, heard::add);
  }

  private void found(int from, int to) {
    IntStream.rangeClosed(from, to)
        .forEach(number -> catalog.put(List.of(Films.titled(number, "Sintel " + number))));
    catalog.refresh();
  }

  private Optional<Swarm> swarm(int number) {
    return catalog.find(Films.key(number), Viewer.ANYONE).flatMap(film -> film.find(Swarm.class));
  }

  @Test
  void writesWhatEveryReleaseLacksAndTellsOfIt() {
    found(1, 250);
    assertThat(enrichment.pending()).isEqualTo(250);

    enrichment.wake();

    assertThat(enrichment.pending()).isZero();
    assertThat(swarm(1)).hasValueSatisfying(swarm -> assertThat(swarm.seeders()).isEqualTo(7));
    assertThat(heard).hasSize(250).doesNotHaveDuplicates();
    enrichment.wake();
    assertThat(stage.asked).hasSize(250);
  }

  @Test
  void whatIsLackingSurvivesAKill() {
    found(1, 3);
    stage.dies = Films.key(2);
    assertThatThrownBy(enrichment::wake).isInstanceOf(Killed.class);
    catalog = new MemoryCatalog(kept);
    stage.dies = Films.key(0);

    EnrichmentRun restarted = on(catalog);
    restarted.wake();

    assertThat(restarted.pending()).isZero();
    assertThat(swarm(2)).isPresent();
  }

  @Test
  void aCatalogueThatDoesNotSeeWhatIsWrittenEndsTheWork() {
    found(1, 5);
    stage.due = Optional.of(catalog.lacking(Swarm.class, Instant.MIN, 5));

    enrichment.wake();

    assertThat(stage.asked).hasSize(5);
  }

  @Test
  void whatCannotBeToldNowIsLeftForAnHourAndKeepsNobodyBack() {
    found(1, 300);
    IntStream.rangeClosed(1, 150).forEach(number -> stage.untold.add(Films.key(number)));

    enrichment.wake();
    assertThat(enrichment.pending()).isEqualTo(150);
    assertThat(stage.asked).hasSize(300);

    stage.untold.clear();
    time.advance(Duration.ofMinutes(59));
    enrichment.wake();
    assertThat(enrichment.pending()).isEqualTo(150);

    time.advance(Duration.ofMinutes(1));
    enrichment.wake();
    assertThat(enrichment.pending()).isZero();
  }

  @Test
  void aPauseHoldsAfterTheReleaseAtHand() throws InterruptedException {
    found(1, 5);
    stage.atEach = enrichment::pause;

    enrichment.wake();
    enrichment.await();
    enrichment.wake();
    assertThat(stage.asked).hasSize(1);
    assertThat(enrichment.pending()).isEqualTo(4);

    stage.atEach = () -> {};
    enrichment.resume();
    assertThat(enrichment.pending()).isZero();
  }

  @Test
  void doesNothingOnceItIsClosed() {
    found(1, 5);

    enrichment.close();
    enrichment.wake();

    assertThat(stage.asked).isEmpty();
  }

  @Test
  void aReleaseThatBreaksTheStageIsLeftForLaterAndStopsNothing() {
    found(1, 3);
    stage.breaksAt = Films.key(2);

    enrichment.wake();
    assertThat(enrichment.pending()).isEqualTo(1);
    assertThat(swarm(3)).isPresent();

    stage.breaksAt = Films.key(0);
    time.advance(Duration.ofHours(1));
    enrichment.wake();
    assertThat(swarm(2)).isPresent();
  }

  @Test
  void aBlockedReleaseIsNotAskedAboutAndDoesNotStandInTheWay() {
    found(1, 3);
    catalog.put(List.of(new Change(Films.key(2), new Block("not ours to share", Films.NOON))));
    catalog.refresh();

    enrichment.wake();

    assertThat(enrichment.pending()).isZero();
    assertThat(stage.asked).doesNotContain(Films.key(2)).hasSize(2);
  }

  @Test
  void aListenerThatFailsStopsNothing() {
    found(1, 3);
    EnrichmentRun told =
        new EnrichmentRun(
            catalog,
            List.of(stage),
            time,
            Runnable::run,
            change -> {
              throw new IllegalStateException("not ours");
            });

    told.wake();

    assertThat(told.pending()).isZero();
  }

  /** Seven seeders for everybody. */
  private final class Counting implements Stage {
    private final List<ReleaseKey> asked = new ArrayList<>();
    private final Set<ReleaseKey> untold = new HashSet<>();
    private ReleaseKey breaksAt = Films.key(0);
    private ReleaseKey dies = Films.key(0);
    private Runnable atEach = () -> {};
    private Optional<List<ReleaseKey>> due = Optional.empty();

    @Override
    public List<ReleaseKey> due(int limit) {
      return due.orElseGet(() -> catalog.lacking(Swarm.class, Instant.MIN, limit));
    }

    @Override
    public Optional<Section> write(Release release) {
      atEach.run();
      asked.add(release.key());
      if (release.key().equals(dies)) {
        throw new Killed();
      }
      if (release.key().equals(breaksAt)) {
        throw new IllegalStateException("what is this?");
      }
      return untold.contains(release.key())
          ? Optional.empty()
          : Optional.of(new Swarm(7, 1, time.instant()));
    }

    @Override
    public boolean isNews(Section section, Release before) {
      return true;
    }

    @Override
    public Section nothing() {
      return new Swarm(0, 0, time.instant());
    }
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }
}
