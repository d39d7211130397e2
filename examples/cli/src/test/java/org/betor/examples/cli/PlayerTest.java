package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayerTest {
  @TempDir Path folder;

  @Test
  void isTheOneThatIsAskedFor() {
    assertThat(Player.of(" mplayer  -fs ").command()).containsExactly("mplayer", "-fs");
  }

  @Test
  void isTheFirstThatIsInstalled() throws IOException {
    Path vlc = install("b/vlc");
    String path = folder.resolve("a") + File.pathSeparator + folder.resolve("b");
    assertThat(Player.installed(path, "linux").command()).containsExactly(vlc.toString());

    Path mpv = install("b/mpv");
    assertThat(Player.installed(path, "linux").command()).containsExactly(mpv.toString());
    assertThat(Player.installed(path, "linux").playsItself()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"linux, xdg-open", "mac os x, open", "windows 11, rundll32"})
  void isLeftToTheDesktopWhereNoneIsInstalled(String system, String opener) {
    Player player = Player.installed("", system);

    assertThat(player.command()).first().isEqualTo(opener);
    assertThat(player.playsItself()).isFalse();
  }

  @Test
  void saysWhatToDoWhenItCannotBeStarted() {
    Player absent = Player.of(folder.resolve("absent").toString());

    assertThatThrownBy(() -> absent.play(URI.create("http://127.0.0.1:1/Sintel.mp4")))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("absent", "--player", "http://127.0.0.1:1/Sintel.mp4");
  }

  private Path install(String name) throws IOException {
    Path program = folder.resolve(name);
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }
}
