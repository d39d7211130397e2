package org.betor.mods;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.betor.api.mod.ModKey;
import org.betor.mods.internal.queue.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a killed program leaves is what its folder holds at that moment. */
class RecoveryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ModKey MOD = ScriptedSource.key(1);
  private static final Instant LATER = Instant.parse("2025-04-01T12:00:00Z");

  @TempDir Path temporary;
  private final ScriptedSource source = new ScriptedSource();

  @ParameterizedTest
  @EnumSource(Step.class)
  void finishesWhatWasBegunWhenItWasKilled(Step killedAfter) throws Exception {
    Path remains = updateAndKeepWhatIsThere(killedAfter);

    try (ModLibrary library = open(remains, Unfinished.RESUME)) {
      assertConsistent(library);
      assertThat(contentOf(library.await(MOD, PATIENCE))).startsWith("v2");
      assertThat(library.progress()).isEmpty();
    }
    assertOneArchive(remains);
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void hasTheOldOrTheNewContentWhenItWasKilled(Step killedAfter) throws Exception {
    Path remains = updateAndKeepWhatIsThere(killedAfter);

    try (ModLibrary library = open(remains, Unfinished.FORGET)) {
      assertConsistent(library);
      assertThat(contentOf(library.fetchLocal(MOD))).matches("(v1|v2)+");
      assertThat(library.status(MOD).requested()).isEmpty();
      if (killedAfter.compareTo(Step.FORCED) >= 0) {
        assertThat(contentOf(library.fetchLocal(MOD))).startsWith("v2");
      }
    }
    assertOneArchive(remains);
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"QUEUED", "PLACED", "PUBLISHED"})
  void opensAfterARealKill(Step killedAfter) throws Exception {
    Path folder = temporary.resolve("library");
    Process program = killedProgram(folder, killedAfter);

    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isEqualTo(KilledProgram.EXIT);
    source.has(1, "v2", LATER);
    try (ModLibrary library = open(folder, Unfinished.RESUME)) {
      assertConsistent(library);
      library.request(MOD);
      assertThat(contentOf(library.await(MOD, PATIENCE))).startsWith("v2");
    }
    assertOneArchive(folder);
  }

  @Test
  void keepsTheQueueOverAnOrderlyClose() throws Exception {
    source.has(1);
    Gate gate = new Gate();
    source.next(MOD, gate);
    Path folder = temporary.resolve("library");
    try (ModLibrary library = open(folder, Unfinished.RESUME)) {
      library.request(MOD);
      gate.awaitArrival();
    }

    try (ModLibrary library = open(folder, Unfinished.RESUME)) {
      assertThat(contentOf(library.await(MOD, PATIENCE))).startsWith("v1");
      assertThat(library.status(MOD).notLoaded()).isEmpty();
    }
  }

  /** A copy of the folder of a library that updates a mod, as it is right after a step. */
  private Path updateAndKeepWhatIsThere(Step step) throws Exception {
    Path folder = temporary.resolve("library");
    Path remains = temporary.resolve("remains");
    source.has(1);
    try (ModLibrary library = open(folder, Unfinished.RESUME)) {
      library.request(MOD);
      contentOf(library.await(MOD, PATIENCE));
    }
    source.has(1, "v2", LATER);
    try (ModLibrary library =
        ModLibrary.builder(folder)
            .sources(List.of(source))
            .steps(
                taken -> {
                  if (taken == step) {
                    copy(folder, remains);
                  }
                })
            .open()) {
      library.request(MOD);
      contentOf(library.await(MOD, PATIENCE));
    }
    return remains;
  }

  private ModLibrary open(Path folder, Unfinished unfinished) {
    return ModLibrary.builder(folder).sources(List.of(source)).unfinished(unfinished).open();
  }

  private static Process killedProgram(Path folder, Step step) throws IOException {
    List<String> command = new ArrayList<>(OtherProgram.command(KilledProgram.class));
    command.addAll(List.of(folder.toString(), step.name()));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private static void assertConsistent(ModLibrary library) throws IOException {
    assertThat(library.versions(MOD)).hasSizeLessThanOrEqualTo(1);
    if (library.status(MOD).downloaded().isPresent()) {
      assertThat(contentOf(library.fetchLocal(MOD))).isNotEmpty();
    }
  }

  private static void assertOneArchive(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".zip"))).hasSize(1);
    }
    assertThat(folder.resolve("work"))
        .satisfiesAnyOf(
            work -> assertThat(work).doesNotExist(), work -> assertThat(work).isEmptyDirectory());
  }

  private static String contentOf(Local local) throws IOException {
    assertThat(local).isInstanceOf(Local.Ready.class);
    try (ArchiveLoan archive = ((Local.Ready) local).archive();
        ModArchive zip = ModArchive.open(archive.path())) {
      return new String(zip.open("content.txt").readAllBytes(), UTF_8);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
