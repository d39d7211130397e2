package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSnapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system that is really full. */
@Timeout(60)
class DiskFullTest {
  @TempDir private Path temp;

  @BeforeAll
  static void mayMount() throws Exception {
    OwnDisk.isNeeded();
  }

  @Test
  void saysSoAndGoesOnWhenThereIsRoom() throws Exception {
    assertThat(OwnDisk.run(Program.class, temp))
        .contains("is full", OwnDisk.films(temp).toString(), "all there");
  }

  /** Downloads until the disk is full, makes room, and goes on. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      Film film = Film.in(folder.resolve("seed"), 5_000_000);
      try (Clients clients = new Clients(folder)) {
        BtClient seeder = clients.seeder(film);
        Torrent torrent = clients.download(clients.open("leecher"), film, Clients.at(seeder));
        try {
          torrent.await(TorrentSnapshot::isFinished, Clients.PATIENCE);
        } catch (TorrentException full) {
          System.out.println(full.reason() + ": " + full.getMessage());
        }
        OwnDisk.remount(folder, "size=50m");
        torrent.resume();
        TorrentSnapshot done = torrent.await(TorrentSnapshot::isFinished, Clients.PATIENCE);
        check(folder, film, done);
      }
      System.out.println("all there");
    }

    private static void check(Path folder, Film film, TorrentSnapshot done) throws Exception {
      assertThat(OwnDisk.films(folder).resolve(Film.NAME)).hasBinaryContent(film.bytes());
      assertThat(done.downloadedBytes()).isLessThan(2L * film.bytes().length);
    }
  }
}
