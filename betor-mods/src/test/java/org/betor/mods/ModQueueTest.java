package org.betor.mods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.mods.ModProgress.Phase;
import org.betor.mods.ModStatus.Condition;
import org.betor.mods.ScriptedSource.Fetching;
import org.betor.mods.internal.queue.Step;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModQueueTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final ScriptedSource source = new ScriptedSource();
  private final SimulatedTime time = new SimulatedTime();
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private ModLibrary library;

  @BeforeEach
  void open() {
    library = settings().open();
  }

  /** In the database of this test. */
  ModLibrary.Builder builder(Path folder) {
    return ModLibrary.builder(folder);
  }

  @AfterEach
  void close() {
    library.close();
  }

  private ModLibrary.Builder settings() {
    return builder(folder)
        .sources(List.of(source))
        .workers(1)
        .clock(time)
        .pause(
            wait -> {
              pauses.add(wait);
              time.pause(wait);
            });
  }

  @Test
  void triesThreeTimesAgainWhatMayPass() throws Exception {
    ModKey mod = source.has(1);
    for (int i = 0; i < 3; i++) {
      source.next(mod, Fetching.fails(Reason.FAILED));
    }

    library.request(mod);

    assertHere(mod);
    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(120));
  }

  @Test
  void givesUpAfterThat() throws Exception {
    ModKey mod = source.has(1);
    for (int i = 0; i < 4; i++) {
      source.next(mod, Fetching.fails(Reason.UNREACHABLE));
    }

    library.request(mod);

    Local.NotHere answer = (Local.NotHere) library.await(mod, PATIENCE);
    assertThat(answer.lastFailure().orElseThrow().reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(library.status(mod).notLoaded()).hasSize(1);
    assertThat(source.fetched()).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"ABSENT", "DENIED", "NEEDS_ACCOUNT", "UNAUTHORISED", "UNSAFE", "FILES"})
  void doesNotTryAgainWhatWillNotPass(Reason reason) throws Exception {
    ModKey mod = source.has(1);
    source.next(mod, Fetching.fails(reason));

    library.request(mod);

    Local.NotHere answer = (Local.NotHere) library.await(mod, PATIENCE);
    assertThat(answer.lastFailure().orElseThrow().reason()).isEqualTo(reason);
    assertThat(source.fetched()).hasSize(1);
  }

  @Test
  void waitsAsLongAsTheSourceAsks() throws Exception {
    ModKey mod = source.has(1);
    source.next(
        mod,
        (details, files, bytes) -> {
          Optional<Duration> wait = Optional.of(Duration.ofMinutes(30));
          throw new ModException(Reason.LIMITED, "patience", wait, null);
        });

    library.request(mod);

    assertHere(mod);
    assertThat(pauses).containsExactly(Duration.ofMinutes(30));
  }

  @Test
  void goesOnWhereATimeOutLeftItAndBeginsAnewAfterOtherTroubles() throws Exception {
    ModKey mod = source.has(1);
    List<Boolean> seen = new ArrayList<>();
    for (Reason reason : List.of(Reason.TIMED_OUT, Reason.FAILED, Reason.DAMAGED)) {
      source.next(
          mod,
          (details, files, bytes) -> {
            seen.add(Files.exists(files.resolve("part")));
            Files.writeString(files.resolve("part"), "half");
            bytes.accept(4);
            throw new ModException(reason, "the inventory says " + reason);
          });
    }

    library.request(mod);

    assertHere(mod);
    assertThat(seen).containsExactly(false, true, false);
  }

  @Test
  void triesTenTimesAgainWhileEachTimeMoreComes() throws Exception {
    ModKey mod = source.has(1);
    for (int i = 1; i <= 10; i++) {
      long bytesSoFar = i;
      source.next(
          mod,
          (details, files, bytes) -> {
            bytes.accept(bytesSoFar);
            throw new ModException(Reason.TIMED_OUT, "too long");
          });
    }

    library.request(mod);

    assertHere(mod);
    assertThat(source.fetched()).hasSize(11);
  }

  @Test
  void fetchesTheMostUrgentFirst() throws Exception {
    Gate gate = new Gate();
    ModKey first = source.has(1);
    source.next(first, gate);
    library.request(first);
    gate.awaitArrival();

    library.request(source.has(2));
    library.request(source.has(3), Freshness.NEWEST, 5);
    library.request(source.has(4));

    assertThat(library.progress())
        .extracting(progress -> progress.mod().id())
        .containsExactly("1", "3", "2", "4");
    gate.open();
    assertHere(ScriptedSource.key(4));
    assertThat(source.fetched()).extracting(ModKey::id).containsExactly("1", "3", "2", "4");
  }

  @Test
  void aWishThatIsMoreUrgentMovesTheModUpAlsoAfterAClose() throws Exception {
    Gate gate = new Gate();
    ModKey first = source.has(1);
    source.next(first, gate);
    library.request(first);
    gate.awaitArrival();
    ModKey last = source.has(3);
    library.request(source.has(2));
    library.request(last);

    Requested.AlreadyQueued urgent =
        (Requested.AlreadyQueued) library.request(last, Freshness.NEWEST, 5);
    library.request(last, Freshness.NEWEST, 1);
    library.request(first, Freshness.NEWEST, 9);

    assertThat(urgent.progress().priority()).isEqualTo(5);
    assertThat(library.progress())
        .extracting(progress -> progress.mod().id() + " " + progress.priority())
        .containsExactly("1 9", "3 5", "2 0");
    library.close();
    library = settings().open();
    assertHere(ScriptedSource.key(2));
    assertThat(source.fetched()).extracting(ModKey::id).containsExactly("1", "1", "3", "2");
  }

  @Test
  void aWishThatWasCutOffFromTheQueueIsTakenUpByTheNextOne() throws Exception {
    library.close();
    AtomicBoolean cutsOff = new AtomicBoolean(true);
    library =
        settings()
            .steps(
                step -> {
                  if (step == Step.QUEUED && cutsOff.getAndSet(false)) {
                    throw new ModLibraryException("the disk is full just now");
                  }
                })
            .open();
    ModKey mod = source.has(1);
    assertThatExceptionOfType(ModLibraryException.class).isThrownBy(() -> library.request(mod));

    assertThat(library.request(mod)).isEqualTo(new Requested.Queued(mod, false, false));

    assertHere(mod);
  }

  @Test
  void tellsHowFarAModIs() throws Exception {
    Gate gate = new Gate();
    ModKey mod = source.has(1, details -> details.sizeBytes(40));
    source.next(mod, gate);
    library.request(mod);
    gate.awaitArrival();

    assertThat(library.progress())
        .singleElement()
        .satisfies(
            progress -> {
              assertThat(progress.phase()).isEqualTo(Phase.FETCHING);
              assertThat(progress.bytes()).isEqualTo(10);
              assertThat(progress.totalBytes()).hasValue(40);
            });
    gate.open();
  }

  @Test
  void forgetsWhatIsCancelled() throws Exception {
    Gate gate = new Gate();
    ModKey running = source.has(1);
    source.next(running, gate);
    library.request(running);
    gate.awaitArrival();
    ModKey waiting = source.has(2);
    library.request(waiting);

    assertThat(library.cancel(waiting)).isTrue();
    assertThat(library.cancel(running)).isTrue();

    assertThat(library.await(running, PATIENCE)).isInstanceOf(Local.NotHere.class);
    assertThat(library.status(running).condition()).isEqualTo(Condition.UNKNOWN);
    assertThat(library.status(waiting).condition()).isEqualTo(Condition.UNKNOWN);
    assertThat(library.cancel(running)).isFalse();
    library.request(waiting);
    assertHere(waiting);
    assertThat(source.fetched()).containsExactly(running, waiting);
  }

  @Test
  void interruptsAFetchThatStandsStill() throws Exception {
    Gate gate = new Gate();
    ModKey mod = source.has(1);
    source.next(mod, gate);
    library.request(mod);
    gate.awaitArrival();

    time.advance(Duration.ofMinutes(9));
    library.checkGrowth();
    assertThat(library.progress()).hasSize(1);
    assertThat(source.fetched()).hasSize(1);
    time.advance(Duration.ofMinutes(2));
    library.checkGrowth();

    assertHere(mod);
    assertThat(source.fetched()).hasSize(2);
  }

  @Test
  void takesNoMoreThanItMayQueue() throws Exception {
    library.close();
    library = settings().mostQueued(2).open();
    Gate gate = new Gate();
    ModKey mod = source.has(1);
    source.next(mod, gate);
    library.request(mod);
    gate.awaitArrival();
    library.request(source.has(2));

    assertThat(library.request(source.has(3)))
        .isEqualTo(new Requested.QueueFull(ScriptedSource.key(3)));
    gate.open();
  }

  @Test
  void survivesASourceWithABug() throws Exception {
    ModKey mod = source.has(1);
    source.next(
        mod,
        (details, files, bytes) -> {
          throw new IllegalStateException("a bug");
        });
    source.next(
        mod,
        (details, files, bytes) -> {
          throw new NoClassDefFoundError("a missing class");
        });

    library.request(mod);

    assertHere(mod);
  }

  @Test
  void fetchesAModOnceHoweverManyWantIt() throws Exception {
    ModKey mod = source.has(1);
    Gate gate = new Gate();
    source.next(mod, gate);
    CountDownLatch done = new CountDownLatch(8);
    List<Requested> answers = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 8; i++) {
      new Thread(
              () -> {
                try {
                  answers.add(library.request(mod));
                } catch (InterruptedException impossible) {
                  throw new AssertionError(impossible);
                } finally {
                  done.countDown();
                }
              })
          .start();
    }

    assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    gate.open();
    assertHere(mod);
    assertThat(answers).filteredOn(Requested.Queued.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Requested.AlreadyQueued.class::isInstance).hasSize(7);
    assertThat(source.fetched()).containsExactly(mod);
  }

  private void assertHere(ModKey mod) throws InterruptedException {
    Local local = library.await(mod, PATIENCE);
    assertThat(local).isInstanceOf(Local.Ready.class);
    ((Local.Ready) local).archive().close();
  }
}
