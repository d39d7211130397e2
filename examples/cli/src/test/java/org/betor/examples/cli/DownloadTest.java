package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.SeedingGoal;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSource;
import org.betor.testkit.ScriptedSwarm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
  @TempDir Path folder;

  private final ScriptedSwarm swarm = new ScriptedSwarm();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private TorrentSource link;

  @BeforeEach
  void seedAFolder() throws Exception {
    Random random = new Random(7);
    Path films = Files.createDirectories(folder.resolve("source/Vila Serena"));
    for (String name : new String[] {"1.mkv", "2.mkv"}) {
      byte[] film = new byte[100_000];
      random.nextBytes(film);
      Files.write(films.resolve(name), film);
    }
    Torrent torrent = swarm.open(folder.resolve("seeder")).seed(films, SeedOptions.PLAIN);
    link = TorrentSource.of(MagnetLink.of(torrent.infoHash()));
  }

  @Test
  void saysWhereTheFilesAreWhenAllIsThere() throws Exception {
    download(options());

    assertThat(out.toString().strip()).isEqualTo(target("").toString());
    assertThat(target("2.mkv")).hasSameBinaryContentAs(source("2.mkv"));
    assertThat(err.toString().lines().filter(line -> line.contains("uploads too"))).hasSize(1);
    assertThat(err.toString().lines()).last().asString().contains("100.0 %  finished");
  }

  @Test
  void fetchesOtherFilesWhenItIsRunAgain() throws Exception {
    download(options().files(Set.of(0)));
    download(options().files(Set.of(1)));
    assertThat(target("2.mkv")).hasSameBinaryContentAs(source("2.mkv"));

    download(options());
    assertThat(err.toString().lines()).last().asString().contains("100.0 %  finished");
  }

  @Test
  void tellsWhyItFailed() throws Exception {
    Files.writeString(folder.resolve("target"), "a file where a folder belongs");

    assertThatThrownBy(() -> download(options()))
        .isInstanceOf(TorrentException.class)
        .hasMessageContaining("target");
    assertThat(out.toString()).isEmpty();
  }

  private AddOptions.Builder options() {
    return AddOptions.builder(folder.resolve("target")).goal(SeedingGoal.WHEN_FINISHED);
  }

  private void download(AddOptions.Builder options) throws Exception {
    try (TorrentClient client = swarm.open(folder.resolve("leecher"))) {
      new Download(link, options.build(), new PrintWriter(out, true), new PrintWriter(err, true))
          .run(client);
    }
  }

  private Path source(String file) {
    return folder.resolve("source/Vila Serena").resolve(file);
  }

  private Path target(String file) {
    return folder.resolve("target/Vila Serena").resolve(file);
  }
}
