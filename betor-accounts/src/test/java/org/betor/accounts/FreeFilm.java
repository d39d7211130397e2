package org.betor.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.TorrentClient;
import org.betor.testkit.ScriptedSwarm;

/** A folder with a film and what was written about it, and the torrents that are made of it. */
final class FreeFilm {
  private FreeFilm() {}

  static Metainfo in(Path folder, SeedOptions options) throws IOException, InterruptedException {
    Path film = Files.createDirectories(folder.resolve("Sintel"));
    Files.writeString(film.resolve("film.mkv"), "dragons");
    Files.writeString(film.resolve("notes.txt"), "shots");
    try (TorrentClient client = new ScriptedSwarm().open(folder)) {
      return client.seed(film, options).metainfo().orElseThrow();
    }
  }
}
