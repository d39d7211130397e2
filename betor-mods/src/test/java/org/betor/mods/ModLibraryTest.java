package org.betor.mods;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModVersion;
import org.betor.mods.ModStatus.Condition;
import org.betor.mods.ScriptedSource.Fetching;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class ModLibraryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant LATER = Instant.parse("2025-04-01T12:00:00Z");

  @TempDir Path folder;
  private final ScriptedSource source = new ScriptedSource();
  private final SimulatedTime time = new SimulatedTime();
  private ModLibrary library;

  @BeforeEach
  void open() {
    library = settings().open();
  }

  @AfterEach
  void close() {
    library.close();
  }

  /** In the database of this test. */
  ModLibrary.Builder builder(Path folder) {
    return ModLibrary.builder(folder);
  }

  private ModLibrary.Builder settings() {
    return builder(folder).sources(List.of(source)).clock(time).pause(time);
  }

  @Test
  void fetchesAModThatIsNotHere() throws Exception {
    ModKey mod = source.has(1);

    Requested answer = library.request(mod);

    assertThat(answer).isEqualTo(new Requested.Queued(mod, false, false));
    assertThat(answer.errorId()).isEqualTo(OptionalInt.of(0));
    assertThat(contentOf(library.await(mod, PATIENCE))).isEqualTo("v1".repeat(100));
    assertThat(library.status(mod).condition()).isEqualTo(Condition.HERE);
  }

  @Test
  void handsOutAModThatIsHereAndNew() throws Exception {
    ModKey mod = fetched(1);

    try (ArchiveLoan archive = ready(library.request(mod))) {
      assertThat(archive.name()).isEqualTo("Lantern Pack 1");
      assertThat(archive.bytes()).isEqualTo(Files.size(archive.path()));
      assertThat(archive.entries()).isEqualTo(2);
    }
    assertThat(source.fetched()).containsExactly(mod);
  }

  @Test
  void tellsAMissingModFromASilentSource() throws Exception {
    ModKey lost = source.lost(5, "deleted");
    ModKey never = ScriptedSource.key(6);

    assertThat(library.request(lost)).isEqualTo(new Requested.Absent(lost, "deleted"));
    assertThat(library.request(never)).isInstanceOf(Requested.SourceDown.class);
    source.isDown();
    assertThat(library.request(lost)).isInstanceOf(Requested.SourceDown.class);
    assertThat(library.status(lost).condition()).isEqualTo(Condition.UNKNOWN);
  }

  @Test
  void handsOutWhatIsHereWhileTheSourceIsDown() throws Exception {
    ModKey mod = fetched(1);
    source.isDown();

    Requested.Ready answer = (Requested.Ready) library.request(mod);

    assertThat(answer.unchecked().orElseThrow()).hasMessageContaining("does not answer");
    answer.archive().close();
  }

  @Test
  void saysThatAModIsOnItsWay() throws Exception {
    Gate gate = new Gate();
    ModKey mod = source.has(1);
    source.next(mod, gate);
    library.request(mod);
    gate.awaitArrival();

    Requested again = library.request(mod);

    assertThat(again).isInstanceOf(Requested.AlreadyQueued.class);
    assertThat(again.errorId()).isEqualTo(OptionalInt.of(3));
    assertThat(library.fetchLocal(mod).errorId()).isEqualTo(OptionalInt.of(3));
    assertThat(library.status(mod).condition()).isEqualTo(Condition.LOADING);
    gate.open();
    ready(library.await(mod, PATIENCE)).close();
    assertThat(source.fetched()).containsExactly(mod);
  }

  @Test
  void remembersFailuresUntilAModCame() throws Exception {
    ModKey mod = source.has(1);
    source.next(mod, Fetching.fails(Reason.DENIED));
    library.request(mod);

    Local.NotHere failed = (Local.NotHere) library.await(mod, PATIENCE);

    assertThat(failed.lastFailure().orElseThrow().reason()).isEqualTo(Reason.DENIED);
    assertThat(library.status(mod).condition()).isEqualTo(Condition.FAILED);
    Gate gate = new Gate();
    source.next(mod, gate);
    assertThat(library.request(mod)).isEqualTo(new Requested.Queued(mod, true, false));
    gate.awaitArrival();
    assertThat(library.status(mod).condition()).isEqualTo(Condition.LOADING_AGAIN);
    gate.open();
    ready(library.await(mod, PATIENCE)).close();
    assertThat(library.status(mod).notLoaded()).isEmpty();
  }

  @Test
  void keepsTheOlderContentUntilTheNewerIsThere() throws Exception {
    ModKey mod = fetched(1);
    source.has(1, "v2", LATER);
    Gate gate = new Gate();
    source.next(mod, gate);

    assertThat(library.request(mod)).isEqualTo(new Requested.Queued(mod, false, true));
    gate.awaitArrival();
    assertThat(contentOf(library.fetchLocal(mod))).startsWith("v1");
    gate.open();
    assertThat(contentOf(library.await(mod, PATIENCE))).startsWith("v2");
  }

  @Test
  void keepsTheOlderContentIfTheNewerCannotBeHad() throws Exception {
    ModKey mod = fetched(1);
    source.has(1, "v2", LATER);
    source.next(mod, Fetching.fails(Reason.DENIED));
    library.request(mod);

    assertThat(contentOf(library.await(mod, PATIENCE))).startsWith("v1");
    assertThat(library.status(mod).notLoaded()).hasSize(1);
  }

  @Test
  void deletesTheOlderContentFirstIfToldTo() throws Exception {
    ModKey mod = fetched(1);
    library.close();
    library = settings().updatePolicy(UpdatePolicy.DELETE_FIRST).open();
    source.has(1, "v2", LATER);
    source.next(mod, Fetching.fails(Reason.DENIED));

    assertThat(library.request(mod)).isEqualTo(new Requested.Queued(mod, false, true));

    assertThat(library.await(mod, PATIENCE)).isInstanceOf(Local.NotHere.class);
    assertThat(archives()).isEmpty();
  }

  @Test
  void neverGoesBackToAnOlderContent() throws Exception {
    ModKey mod = source.has(1);
    ModVersion newer = new ModVersion("v2", LATER);
    source.next(
        mod,
        (details, files, bytes) -> {
          ScriptedSource.deliver(details, files, bytes);
          return newer;
        });
    library.request(mod);
    ready(library.await(mod, PATIENCE)).close();

    try (ArchiveLoan archive = ready(library.request(mod))) {
      assertThat(archive.version()).isEqualTo(newer);
    }
  }

  @Test
  void fetchesAnewWhenForced() throws Exception {
    ModKey mod = fetched(1);

    assertThat(library.request(mod, Freshness.FORCE, 0))
        .isEqualTo(new Requested.Queued(mod, false, true));

    ready(library.await(mod, PATIENCE)).close();
    assertThat(source.fetched()).containsExactly(mod, mod);
    assertThat(archives()).hasSize(1);
  }

  @Test
  void saysThatAFileIsDamagedOnceAndFetchesItAgain() throws Exception {
    ModKey mod = fetched(1);
    try (ArchiveLoan archive = ready(library.fetchLocal(mod))) {
      Files.writeString(archive.path(), "short");
    }

    assertThat(library.fetchLocal(mod)).isEqualTo(new Local.Damaged(mod));
    assertThat(library.fetchLocal(mod)).isInstanceOf(Local.NotHere.class);
    assertThat(library.request(mod)).isEqualTo(new Requested.Queued(mod, false, false));
    ready(library.await(mod, PATIENCE)).close();
  }

  @Test
  void neverTakesAFileFromAReader() throws Exception {
    ModKey mod = fetched(1);
    ArchiveLoan old = ready(library.fetchLocal(mod));
    source.has(1, "v2", LATER);
    library.request(mod);
    assertThat(contentOf(library.await(mod, PATIENCE))).startsWith("v2");

    assertThat(contentOf(old.path())).startsWith("v1");

    old.close();
    assertThat(old.path()).doesNotExist();
    assertThat(archives()).hasSize(1);
  }

  @Test
  void keepsOlderContentsByTheirNumber() throws Exception {
    library.close();
    library = settings().oldVersions(1).open();
    ModKey mod = fetched(1);
    for (int version = 2; version <= 4; version++) {
      source.has(1, "v" + version, LATER.plusSeconds(version));
      library.request(mod);
      ready(library.await(mod, PATIENCE)).close();
    }

    assertThat(library.versions(mod))
        .extracting(version -> version.version().handle())
        .containsExactly("v4", "v3");
    assertThat(contentOf(library.fetchLocal(mod, new ModVersion("v3", LATER)))).startsWith("v3");
  }

  @Test
  void letsTheLeastWantedGoWhenTheQuotaIsFull() throws Exception {
    long size = 0;
    for (int id = 1; id <= 4; id++) {
      time.advance(Duration.ofMinutes(1));
      fetched(id);
      size = Math.max(size, library.usedBytes() / id);
    }
    library.pin(ScriptedSource.key(1));
    time.advance(Duration.ofMinutes(1));
    ready(library.fetchLocal(ScriptedSource.key(2))).close();
    ArchiveLoan read = ready(library.fetchLocal(ScriptedSource.key(3)));
    library.close();
    library = settings().quotaBytes(3 * size + size / 2).open();
    time.advance(Duration.ofMinutes(1));

    fetched(5);

    assertThat(List.of(1, 2, 3, 4, 5))
        .filteredOn(id -> library.status(ScriptedSource.key(id)).downloaded().isPresent())
        .containsExactly(1, 3, 5);
    read.close();
  }

  @Test
  void letsOlderContentsGoBeforeMods() throws Exception {
    library.close();
    library = settings().oldVersions(1).open();
    ModKey mod = fetched(1);
    source.has(1, "v2", LATER);
    library.request(mod);
    ready(library.await(mod, PATIENCE)).close();
    long both = library.usedBytes();
    library.close();
    library = settings().oldVersions(1).quotaBytes(both + both / 4).open();

    fetched(2);

    assertThat(library.versions(mod))
        .extracting(version -> version.version().handle())
        .containsExactly("v2");
    assertThat(archives()).hasSize(2);
  }

  @Test
  void closesOnceHoweverOftenItIsClosed() throws Exception {
    ModKey mod = fetched(1);

    library.close();
    library.close();

    assertThatThrownBy(() -> library.fetchLocal(mod)).isInstanceOf(IllegalStateException.class);
    open();
  }

  @Test
  void staysOpenWhenAnInterruptedThreadAsks() throws Exception {
    ModKey mod = fetched(1);
    library.close();
    library = settings().open();

    Thread.currentThread().interrupt();
    Local local = library.fetchLocal(mod);

    assertThat(Thread.interrupted()).isTrue();
    ready(local).close();
    ready(library.fetchLocal(mod)).close();
  }

  @Test
  void keepsModsWhoseSourceTalksNonsense() throws Exception {
    String long0 = "0".repeat(100_000);
    ModKey mod =
        source.has(
            1,
            "\0" + long0,
            Instant.MAX,
            details ->
                details
                    .game("\0" + long0)
                    .sizeBytes(Long.MAX_VALUE)
                    .created(Instant.MIN)
                    .description("\0\uD800" + "\uD83C\uDFAE".repeat(1_000_000))
                    .tags(
                        List.of(
                            long0,
                            "",
                            "Night",
                            "night",
                            "night ",
                            "\0night",
                            "'); drop table job; --")));
    source.next(
        mod,
        (details, files, bytes) -> {
          bytes.accept(Long.MAX_VALUE);
          bytes.accept(-1);
          return ScriptedSource.deliver(details, files, count -> {});
        });

    library.request(mod);

    ready(library.await(mod, PATIENCE)).close();
    ready(library.request(mod)).close();
    CachedMod kept = library.lists().mod(mod).orElseThrow();
    assertThat(kept.tags()).contains("Night", "night", "night ").hasSize(6);
    assertThat(library.lists().game(ScriptedSource.ID, "\0")).isEmpty();
  }

  @Test
  void isOpenInOneProgramOnly() {
    assertThatThrownBy(() -> settings().open())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is open already");
  }

  @Test
  void refusesModsOfOtherSources() {
    assertThatThrownBy(() -> library.request(new ModKey("elsewhere", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[inventory]");
  }

  @Test
  void leavesNoThreads() throws Exception {
    fetched(1);
    library.close();

    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("betor-mods") || thread.getName().contains("MVStore")) {
        thread.join(PATIENCE.toMillis()); // its last task is done, it may not have ended
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
    open();
  }

  private ModKey fetched(long id) throws InterruptedException {
    ModKey mod = source.has(id);
    library.request(mod);
    ready(library.await(mod, PATIENCE)).close();
    return mod;
  }

  private List<Path> archives() throws IOException {
    Path archives = folder.resolve("archives");
    try (var files = Files.walk(archives)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static ArchiveLoan ready(Requested answer) {
    assertThat(answer).isInstanceOf(Requested.Ready.class);
    return ((Requested.Ready) answer).archive();
  }

  private static ArchiveLoan ready(Local answer) {
    assertThat(answer).isInstanceOf(Local.Ready.class);
    return ((Local.Ready) answer).archive();
  }

  private static String contentOf(Local answer) throws IOException {
    try (ArchiveLoan archive = ready(answer)) {
      return contentOf(archive.path());
    }
  }

  private static String contentOf(Path archive) throws IOException {
    try (ModArchive zip = ModArchive.open(archive)) {
      return new String(zip.open("content.txt").readAllBytes(), UTF_8);
    }
  }
}
