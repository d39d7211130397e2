package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSnapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system that nobody may write to, whoever they are. */
@Timeout(60)
class ReadOnlyFolderTest {
  @TempDir private Path temp;

  @BeforeAll
  static void mayMount() throws Exception {
    OwnDisk.isNeeded();
  }

  @Test
  void downloadsFailAndSayWhereAndGoOnWhenItCanBeWritten() throws Exception {
    assertThat(OwnDisk.run(Leecher.class, temp))
        .contains("FILES: ", "Read-only file system", OwnDisk.films(temp).toString(), "all there");
  }

  @Test
  void whatIsInItIsSeeded() throws Exception {
    assertThat(OwnDisk.run(Seeder.class, temp)).contains("all there");
  }

  /** Downloads in vain, until the folder can be written. */
  static final class Leecher {
    private Leecher() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      Film film = Film.in(folder.resolve("seed"), 1_000_000);
      OwnDisk.remount(folder, "ro");
      try (Clients clients = new Clients(folder)) {
        BtClient seeder = clients.seeder(film);
        Torrent torrent = clients.download(clients.open("leecher"), film, Clients.at(seeder));
        try {
          torrent.await(TorrentSnapshot::isFinished, Clients.PATIENCE);
        } catch (TorrentException refused) {
          System.out.println(refused.reason() + ": " + refused.getMessage());
        }
        OwnDisk.remount(folder, "rw");
        torrent.resume();
        torrent.await(TorrentSnapshot::isFinished, Clients.PATIENCE);
        assertThat(OwnDisk.films(folder).resolve(Film.NAME)).hasBinaryContent(film.bytes());
      }
      System.out.println("all there");
    }
  }

  /** Seeds from the folder to somebody elsewhere. */
  static final class Seeder {
    private Seeder() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      Film film = Film.in(OwnDisk.films(folder), 1_000_000);
      OwnDisk.remount(folder, "ro");
      Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
      try (Clients clients = new Clients(folder);
          Clients others = new Clients(elsewhere)) {
        BtClient seeder = clients.seeder(film);
        Torrent torrent = others.download(others.open("leecher"), film, Clients.at(seeder));
        torrent.await(TorrentSnapshot::isFinished, Clients.PATIENCE);
        assertThat(OwnDisk.films(elsewhere).resolve(Film.NAME)).hasBinaryContent(film.bytes());
      }
      System.out.println("all there");
    }
  }
}
