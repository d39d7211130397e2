package org.betor.mods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that must not be kept, of a mod that is here in an older content. */
@Timeout(60)
class HostileFilesTest {
  private static final int MOST_TRIES = 4;

  @TempDir Path folder;
  private final ScriptedSource source = new ScriptedSource();
  private ModLibrary library;
  private ModKey mod;

  @BeforeEach
  void open() throws Exception {
    SimulatedTime time = new SimulatedTime();
    library = ModLibrary.builder(folder).sources(List.of(source)).clock(time).pause(time).open();
    mod = source.has(1);
    library.request(mod);
    await();
    source.has(1, "v2", Instant.parse("2025-04-01T12:00:00Z"));
  }

  @AfterEach
  void close() {
    library.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\b", "C:up.txt", "con.txt", "trail."})
  void namesThatAreUnsafeOnSomeSystemAreRefused(String name) throws Exception {
    bring(files -> Files.writeString(files.resolve(name), "x"));

    assertFailed(Reason.UNSAFE, name);
  }

  @Test
  void aModOfNothingButLinksIsRefused() throws Exception {
    bring(files -> Files.createSymbolicLink(files.resolve("away"), folder));

    assertFailed(Reason.DAMAGED, "");
  }

  @Test
  void linksAreLeftOutOfAModWithFiles() throws Exception {
    bring(
        files -> {
          Files.createSymbolicLink(files.resolve("away"), folder);
          Files.writeString(files.resolve("here.txt"), "x");
        });

    try (ArchiveLoan archive = ((Local.Ready) await()).archive();
        ModArchive zip = ModArchive.open(archive.path())) {
      assertThat(zip.entries()).extracting(ModArchive.Entry::name).containsExactly("here.txt");
    }
  }

  /** Such as by a source that does not keep its promise. */
  private void bring(Delivery files) throws InterruptedException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      source.next(
          mod,
          (details, folder, bytes) -> {
            files.into(folder);
            return details.version();
          });
    }
    library.request(mod);
    await();
  }

  private Local await() throws InterruptedException {
    library.await(mod, Duration.ofSeconds(30));
    Local local = library.fetchLocal(mod);
    assertThat(local).isInstanceOf(Local.Ready.class);
    ((Local.Ready) local).archive().close();
    return library.fetchLocal(mod);
  }

  /** The older content is here as it was. */
  private void assertFailed(Reason reason, String words) throws InterruptedException {
    assertThat(library.status(mod).notLoaded())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.reason()).isEqualTo(reason);
              assertThat(failure.message()).contains(words);
            });
    assertThat(library.versions(mod))
        .singleElement()
        .satisfies(version -> assertThat(version.version().handle()).isEqualTo("v1"));
    assertThat(library.verify(mod))
        .extracting(VerifiedArchive::state)
        .containsExactly(VerifiedArchive.State.WHOLE);
    assertThat(folder.resolve("work")).isEmptyDirectory();
  }

  private interface Delivery {
    void into(Path folder) throws IOException;
  }
}
