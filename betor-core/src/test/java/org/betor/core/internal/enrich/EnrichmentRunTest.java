package org.betor.core.internal.enrich;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
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
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EnrichmentRunTest {
  private final SimulatedTime time = new SimulatedTime(Films.NOON);
  private final Map<ReleaseKey, Release> kept = new HashMap<>();
  private Catalog catalog = new MemoryCatalog(kept);
  private final Counting stage = new Counting();
  private final List<Change> heard = new CopyOnWriteArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final Deque<FutureTask<?>> waiting = new ArrayDeque<>();
  private final Alarm alarm = new Alarm(time, this::pause, this::later);
  private final EnrichmentRun enrichment = on(catalog);

  private void pause(Duration length) throws InterruptedException {
    pauses.add(length);
    time.pause(length);
  }

  private Future<?> later(Runnable task) {
    FutureTask<?> future = new FutureTask<>(task, true);
    waiting.add(future);
    return future;
  }

  /** Lets the thread run that waits for the alarm. */
  private void waitOnce() {
    waiting.removeIf(Future::isCancelled);
    waiting.remove().run();
  }

  private EnrichmentRun on(Catalog other) {
    return new EnrichmentRun(other, List.of(stage), time, Runnable::run, alarm, heard::add);
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
  void whatWasLeftIsAskedAboutAgainByItself() {
    found(1, 2);
    stage.untold.add(Films.key(1));
    enrichment.wake();
    stage.untold.clear();

    waitOnce();

    assertThat(pauses).containsExactly(Duration.ofHours(1));
    assertThat(enrichment.pending()).isZero();
  }

  @Test
  void theAlarmRingsForWhatIsDueFirst() {
    enrichment.wake();
    time.advance(Duration.ofMinutes(-20));
    found(1, 1);
    stage.untold.add(Films.key(1));
    enrichment.wake();
    time.advance(Duration.ofMinutes(10));
    stage.untold.clear();

    waitOnce();

    assertThat(pauses).containsExactly(Duration.ofMinutes(50));
    assertThat(enrichment.pending()).isZero();
  }

  @Test
  void theAlarmRingsNoMoreOnceItIsClosed() {
    found(1, 1);
    stage.untold.add(Films.key(1));
    enrichment.wake();

    enrichment.close();

    assertThat(waiting).allMatch(Future::isCancelled);
  }

  @Test
  void severalThreadsAskAtTheSameTimeAndNeverTwice() throws Exception {
    found(1, 20);
    CyclicBarrier together = new CyclicBarrier(4);
    stage.atOnce = 4;
    stage.atEach =
        () -> assertThatCode(() -> together.await(30, SECONDS)).doesNotThrowAnyException();
    ExecutorService threads = Executors.newCachedThreadPool();
    EnrichmentRun several =
        new EnrichmentRun(catalog, List.of(stage), time, threads::execute, alarm, heard::add);

    several.wake();
    several.await();
    threads.shutdown();

    assertThat(several.pending()).isZero();
    assertThat(stage.asked).hasSize(20).doesNotHaveDuplicates();
    assertThat(heard).hasSize(20);
  }

  @Test
  void aStageThatLetsNoMoreInGoesOnLater() {
    found(1, 5);
    stage.allowance = 3;

    enrichment.wake();
    assertThat(enrichment.pending()).isEqualTo(2);

    stage.allowance = 3;
    waitOnce();
    assertThat(enrichment.pending()).isZero();
  }

  @Test
  void aSlowStageKeepsNoOtherBack() throws Exception {
    found(1, 3);
    CountDownLatch slow = new CountDownLatch(1);
    stage.atEach = () -> assertThatCode(slow::await).doesNotThrowAnyException();
    Counting quick = new Counting();
    CountDownLatch done = new CountDownLatch(3);
    quick.atEach = done::countDown;
    ExecutorService threads = Executors.newCachedThreadPool();
    EnrichmentRun both =
        new EnrichmentRun(
            catalog, List.of(stage, quick), time, threads::execute, alarm, heard::add);

    both.wake();
    assertThat(done.await(30, SECONDS)).isTrue();
    slow.countDown();
    both.await();
    threads.shutdown();
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
            alarm,
            change -> {
              throw new IllegalStateException("not ours");
            });

    told.wake();

    assertThat(told.pending()).isZero();
  }

  /** Seven seeders for everybody. */
  private final class Counting implements Stage {
    private final List<ReleaseKey> asked = new CopyOnWriteArrayList<>();
    private final Set<ReleaseKey> untold = new HashSet<>();
    private ReleaseKey breaksAt = Films.key(0);
    private ReleaseKey dies = Films.key(0);
    private Runnable atEach = () -> {};
    private Optional<List<ReleaseKey>> due = Optional.empty();
    private int atOnce = 1;
    private int allowance = Integer.MAX_VALUE;

    @Override
    public int atOnce() {
      return atOnce;
    }

    @Override
    public int batch() {
      return atOnce > 1 ? 1 : 50;
    }

    @Override
    public int allowance() {
      return allowance;
    }

    @Override
    public List<ReleaseKey> due(int limit) {
      return due.orElseGet(() -> catalog.lacking(Swarm.class, Instant.MIN, limit));
    }

    @Override
    public Optional<Section> write(Release release) {
      atEach.run();
      asked.add(release.key());
      allowance--;
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
    public Optional<Section> nothing() {
      return Optional.of(new Swarm(0, 0, time.instant()));
    }
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }
}
