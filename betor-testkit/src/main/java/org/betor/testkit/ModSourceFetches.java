package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.api.mod.ModVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files come into a folder: a part of {@link ModSourceContract}. */
public interface ModSourceFetches extends ModSourceUnderTest {

  /** And nothing else is in the folder, or beside it. */
  @Test
  default void theFilesOfAModComeIntoTheFolder(@TempDir Path place) throws Exception {
    for (Map.Entry<ModKey, Map<String, byte[]>> mod : mods().entrySet()) {
      ModDetails details = details(mod.getKey());
      Path folder = Files.createDirectories(place.resolve(mod.getKey().id()).resolve("mod"));
      ModVersion version = source().fetch(details, folder, bytes -> {});

      assertThat(version).matches(details.version()::isSameContentAs);
      Map<String, byte[]> files = files(folder);
      assertThat(files).containsOnlyKeys(mod.getValue().keySet());
      mod.getValue().forEach((name, bytes) -> assertThat(files.get(name)).isEqualTo(bytes));
      assertNothingBeside(folder);
    }
  }

  /** While they come, or at the end. */
  @Test
  default void itTellsHowManyBytesAreHere(@TempDir Path folder) throws Exception {
    List<Long> progress = new CopyOnWriteArrayList<>();
    source().fetch(details(mods().keySet().iterator().next()), folder, progress::add);

    assertThat(progress).isNotEmpty().allMatch(bytes -> bytes >= 0);
  }

  /** Either it is refused, or it is called something else. */
  @Test
  default void noNameLeadsOutOfTheFolder(@TempDir Path place) throws Exception {
    Path folder = Files.createDirectories(place.resolve("around/mod"));
    try {
      source().fetch(hostile(), folder, bytes -> {});
      assertThat(files(folder)).isNotEmpty();
    } catch (ModException refused) {
      assertThat(refused.reason()).isEqualTo(Reason.UNSAFE);
    }
    assertNothingBeside(folder);
    assertNothingBeside(folder.resolveSibling("."));
  }

  /** It may have been deleted a moment ago. */
  @Test
  default void aModThatIsNotThereCannotBeFetched(@TempDir Path folder) {
    ModDetails gone =
        ModDetails.of(absent(), "Gone", new ModVersion("1", Instant.EPOCH)).game("1").build();

    assertThatExceptionOfType(ModException.class)
        .isThrownBy(() -> source().fetch(gone, folder, bytes -> {}))
        .satisfies(failed -> assertThat(failed.getMessage()).contains(absent().id()));
  }

  /** Try again later. */
  @Test
  default void nothingComesFromASourceThatIsDown(@TempDir Path folder) throws Exception {
    ModDetails mod = details(mods().keySet().iterator().next());
    breakDown();

    assertThatExceptionOfType(ModException.class)
        .isThrownBy(() -> source().fetch(mod, folder, bytes -> {}))
        .satisfies(down -> assertThat(down.reason().isPassing()).isTrue());
  }

  /** Which is no fault of the source. */
  @Test
  default void aFolderThatCannotBeWrittenIsSaidToBeSo(@TempDir Path place) throws Exception {
    ModDetails mod = details(mods().keySet().iterator().next());
    Path file = Files.createFile(place.resolve("file"));

    assertThatThrownBy(() -> source().fetch(mod, file, bytes -> {}))
        .satisfiesAnyOf(
            failed -> assertThat(failed).isInstanceOf(IOException.class),
            failed ->
                assertThat(failed)
                    .isInstanceOfSatisfying(
                        ModException.class,
                        told -> assertThat(told.reason()).isEqualTo(Reason.FILES)));
  }

  /** Soon, and its interrupt is used up. */
  @Test
  default void whoFetchesAndIsInterruptedIsToldSo(@TempDir Path folder) throws Exception {
    for (ModKey mod : mods().keySet()) {
      ModDetails details = details(mod);
      Path own = Files.createDirectory(folder.resolve(mod.id()));
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> source().fetch(details, own, bytes -> {}));
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  private ModDetails details(ModKey mod) throws InterruptedException {
    if (source().details(Set.of(mod)).get(mod) instanceof ModLookup.Found found) {
      return found.details();
    }
    throw new AssertionError(mod + " is there, and is not found");
  }

  private static void assertNothingBeside(Path folder) throws IOException {
    try (Stream<Path> around = Files.list(folder.toAbsolutePath().normalize().getParent())) {
      assertThat(around).as("what is beside " + folder).hasSize(1);
    }
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(path -> !Files.isDirectory(path)).toList()) {
        assertThat(file).isRegularFile().matches(path -> !Files.isSymbolicLink(path));
        String name = folder.relativize(file).toString();
        files.put(name.replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
