package org.betor.events.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
  private static final byte[] ONE = {1};
  private static final byte[] TWO = {2, 2};

  @TempDir Path folder;

  @Test
  void aFileIsReplacedAsAWhole() throws Exception {
    Path file = DurableFiles.folder(folder.resolve("deep/down")).resolve("file");
    DurableFiles.write(file, ONE);
    DurableFiles.write(file, TWO);

    assertThat(DurableFiles.read(file)).isEqualTo(TWO);
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**unfinished");
  }

  @Test
  void whatWasNotFinishedIsOverwritten() throws Exception {
    Path file = folder.resolve("file");
    Files.write(folder.resolve("unfinished"), new byte[1_000]);
    DurableFiles.write(file, ONE);

    assertThat(DurableFiles.read(file)).isEqualTo(ONE);
  }

  @Test
  void damageIsNotRead() throws Exception {
    Path file = folder.resolve("file");
    DurableFiles.write(file, TWO);
    byte[] damaged = Files.readAllBytes(file);
    damaged[damaged.length - 1] ^= 1;
    Files.write(file, damaged);

    assertThatIOException().isThrownBy(() -> DurableFiles.read(file));
  }

  @Test
  void whoIsInterruptedWritesAndStaysInterrupted() throws Exception {
    Path file = folder.resolve("file");
    Thread.currentThread().interrupt();
    DurableFiles.write(file, ONE);
    assertThat(Thread.interrupted()).isTrue();

    assertThat(DurableFiles.read(file)).isEqualTo(ONE);
  }

  /** As all are on Windows. */
  @Test
  void aFolderThatCannotBeForcedIsNoFailure() {
    assertThatCode(() -> DurableFiles.force(folder.resolve("none"))).doesNotThrowAnyException();
  }
}
