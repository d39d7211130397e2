package org.betor.mods;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.mod.ModKey;
import org.betor.mods.VerifiedArchive.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class VerifyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final ScriptedSource source = new ScriptedSource();
  private ModLibrary library;

  @BeforeEach
  void open() {
    library =
        ModLibrary.builder(folder)
            .sources(List.of(source))
            .compression(Compression.STORE)
            .oldVersions(1)
            .open();
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void findsNothingWrongWithWhatIsWhole() throws Exception {
    ModKey mod = fetched(1);

    assertThat(library.verify(mod))
        .singleElement()
        .satisfies(
            archive -> {
              assertThat(archive.state()).isEqualTo(State.WHOLE);
              assertThat(archive.trouble()).isEmpty();
            });
    assertThat(library.verify(ScriptedSource.key(2))).isEmpty();
    ready(library.fetchLocal(mod)).close();
  }

  @Test
  void namesTheFileWithinThatIsDamagedAndFetchesTheModAgainAtTheNextWish() throws Exception {
    ModKey mod = fetched(1);
    flipABit(mod, "v1v1");

    assertThat(library.verify(mod))
        .singleElement()
        .satisfies(
            archive -> {
              assertThat(archive.state()).isEqualTo(State.DAMAGED);
              assertThat(archive.trouble()).contains(folder.toString(), "content.txt", "checksum");
            });

    assertThat(library.fetchLocal(mod)).isEqualTo(new Local.Damaged(mod));
    assertThat(library.request(mod)).isInstanceOf(Requested.Queued.class);
    ready(library.await(mod, PATIENCE)).close();
    assertThat(library.verify(mod)).extracting(VerifiedArchive::state).containsExactly(State.WHOLE);
  }

  @Test
  void aDamagedModThatComesAgainIsStillPinned() throws Exception {
    ModKey mod = fetched(1);
    library.pin(mod);

    for (int time = 0; time < 2; time++) {
      flipABit(mod, "v1v1");
      library.verify(mod);
      fetched(1);
    }
    assertThat(isPinned(mod)).isTrue();

    Files.delete(pathOf(mod));
    assertThat(library.fetchLocal(mod)).isEqualTo(new Local.Damaged(mod));
    fetched(1);
    assertThat(isPinned(mod)).isTrue();
  }

  @Test
  void aDamagedModCanBeUnpinnedOrRemovedBeforeItComesAgain() throws Exception {
    for (ModKey mod : List.of(fetched(1), fetched(2))) {
      library.pin(mod);
      Files.delete(pathOf(mod));
      library.fetchLocal(mod);
    }

    assertThat(library.unpin(ScriptedSource.key(1))).isFalse();
    assertThat(library.remove(ScriptedSource.key(2))).isFalse();

    assertThat(isPinned(fetched(1))).isFalse();
    assertThat(isPinned(fetched(2))).isFalse();
  }

  private boolean isPinned(ModKey mod) {
    return library.lists().mod(mod).orElseThrow().entry().pinned();
  }

  @Test
  void aDamageIsKnownAfterTheLibraryWasClosed() throws Exception {
    ModKey mod = fetched(1);
    flipABit(mod, "v1v1");
    library.verify(mod);
    library.close();
    open();

    assertThat(library.request(mod)).isInstanceOf(Requested.Queued.class);
    ready(library.await(mod, PATIENCE)).close();
  }

  @Test
  void seesADamageThatIsInNoFileOfTheArchive() throws Exception {
    ModKey mod = fetched(1);
    try (ArchiveLoan archive = ready(library.fetchLocal(mod))) {
      byte[] bytes = Files.readAllBytes(archive.path());
      bytes[10] ^= 1; // the time of a file, which nobody reads
      Files.write(archive.path(), bytes);
    }

    assertThat(library.verify(mod))
        .singleElement()
        .extracting(VerifiedArchive::trouble)
        .asString()
        .contains("other bytes");
  }

  @Test
  void leavesADamagedFileToThoseWhoReadIt() throws Exception {
    ModKey mod = fetched(1);
    ArchiveLoan reader = ready(library.fetchLocal(mod));
    flipABit(mod, "v1v1");

    library.verify(mod);

    assertThat(reader.path()).exists();
    assertThat(library.fetchLocal(mod)).isEqualTo(new Local.Damaged(mod));
    reader.close();
    assertThat(reader.path()).doesNotExist();
  }

  @Test
  void readsAllArchivesAndTellsHowFarItIs() throws Exception {
    ModKey damaged = fetched(1);
    source.has(1, "v2", Instant.parse("2025-04-01T12:00:00Z"));
    library.request(damaged);
    ready(library.await(damaged, PATIENCE)).close();
    ModKey gone = fetched(2);
    ModKey whole = fetched(3);
    flipABit(damaged, "v2v2");
    Files.delete(pathOf(gone));
    List<VerifyProgress> told = new ArrayList<>();

    List<VerifiedArchive> troubled = library.verify(told::add);

    assertThat(troubled).extracting(VerifiedArchive::mod).containsExactly(gone, damaged);
    assertThat(troubled).extracting(VerifiedArchive::state).containsOnly(State.DAMAGED);
    assertThat(troubled.get(0).trouble()).endsWith("is gone");
    assertThat(told)
        .extracting(progress -> progress.latest().mod())
        .containsExactly(whole, gone, damaged, damaged);
    assertThat(told).extracting(VerifyProgress::bytes).isSorted();
    assertThat(told.get(3).bytes()).isEqualTo(told.get(3).totalBytes());
  }

  @Test
  void canBeInterrupted() throws Exception {
    ModKey mod = fetched(1);

    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> library.verify(mod));
    ready(library.fetchLocal(mod)).close();
  }

  private ModKey fetched(long id) throws InterruptedException {
    ModKey mod = source.has(id);
    library.request(mod);
    ready(library.await(mod, PATIENCE)).close();
    return mod;
  }

  private void flipABit(ModKey mod, String where) throws IOException {
    Path archive = pathOf(mod);
    byte[] bytes = Files.readAllBytes(archive);
    bytes[new String(bytes, ISO_8859_1).indexOf(where)] ^= 1;
    Files.write(archive, bytes);
  }

  private Path pathOf(ModKey mod) {
    try (ArchiveLoan archive = ready(library.fetchLocal(mod))) {
      return archive.path();
    }
  }

  private static ArchiveLoan ready(Local answer) {
    assertThat(answer).isInstanceOf(Local.Ready.class);
    return ((Local.Ready) answer).archive();
  }
}
