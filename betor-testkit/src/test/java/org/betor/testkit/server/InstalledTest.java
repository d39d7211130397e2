package org.betor.testkit.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class InstalledTest {
  @TempDir Path folder;

  @Test
  void skipsATestAndSaysWhatToInstall() {
    assertThatThrownBy(() -> Installed.need("lantern-server", folder.resolve("lanternd")))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContainingAll("SKIPPED", "lanternd", "apt-get install lantern-server");
  }

  @Test
  void doesNotMindWhatIsThere() throws Exception {
    Path program = Files.createFile(folder.resolve("lanternd"));
    program.toFile().setExecutable(true);

    assertThatCode(() -> Installed.need("lantern-server", program)).doesNotThrowAnyException();
  }
}
