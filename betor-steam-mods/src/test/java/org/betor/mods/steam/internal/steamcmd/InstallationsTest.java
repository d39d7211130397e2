package org.betor.mods.steam.internal.steamcmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationsTest {
  @TempDir private Path folder;

  @Test
  void takesTheFirstProgramThatIsThere() throws IOException {
    Path folderOfThatName = Files.createDirectory(folder.resolve("a"));
    Path text = Files.createFile(folder.resolve("b"));
    Path program = Files.createFile(folder.resolve("c"));
    assertThat(program.toFile().setExecutable(true)).isTrue();

    Installations all =
        new Installations(List.of(folder.resolve("none"), folderOfThatName, text, program));

    assertThat(all.launcher()).containsExactly(program.toString());
  }

  @Test
  void namesAllPlacesIfThereIsNone() {
    Path none = folder.resolve("steamcmd.sh");

    assertThatThrownBy(() -> new Installations(List.of(none)).launcher())
        .isInstanceOfSatisfying(
            ModException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_INSTALLED))
        .hasMessageContaining(none.toString())
        .hasMessageContaining("install");
    assertThat(Installations.usual().places()).isNotEmpty().allMatch(Path::isAbsolute);
  }
}
