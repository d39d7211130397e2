package org.betor.p2p;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSnapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system that is really full: a small one in memory, which Linux lets us mount. */
@Timeout(60)
class DiskFullTest {
  private static final String IN_OWN_NAMESPACE = "unshare -rm ";

  @TempDir private Path temp;

  @BeforeAll
  static void mayMount() throws Exception {
    assumeTrue(
        run(IN_OWN_NAMESPACE + "mount -t tmpfs tmpfs /tmp").exitValue() == 0,
        "skipped: this machine lets nobody mount a file system of their own");
  }

  @Test
  void saysSoAndGoesOnWhenThereIsRoom() throws Exception {
    String program =
        String.join(
            " ",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            TestClassPath.get(),
            "'" + Program.class.getName() + "'",
            temp.toString());
    Path films = Files.createDirectories(temp.resolve("films"));

    Process done =
        run(
            IN_OWN_NAMESPACE + "sh -c",
            "mount -t tmpfs -o size=3m tmpfs %s && exec %s".formatted(films, program));

    String said = new String(done.getInputStream().readAllBytes(), UTF_8);
    assertThat(done.exitValue()).as(said).isZero();
    assertThat(said).contains("is full", films.toString(), "all there");
  }

  private static Process run(String words, String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of(words.split(" ")));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.waitFor();
    return process;
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
        makeRoom(folder.resolve("films"));
        torrent.resume();
        TorrentSnapshot done = torrent.await(TorrentSnapshot::isFinished, Clients.PATIENCE);
        check(folder, film, done);
      }
      System.out.println("all there");
    }

    private static void makeRoom(Path mounted) throws Exception {
      if (run("mount -o remount,size=50m " + mounted).exitValue() != 0) {
        throw new IllegalStateException("cannot make room in " + mounted);
      }
    }

    private static void check(Path folder, Film film, TorrentSnapshot done) throws Exception {
      assertThat(folder.resolve("films").resolve(Film.NAME)).hasBinaryContent(film.bytes());
      assertThat(done.downloadedBytes()).isLessThan(2L * film.bytes().length);
    }
  }
}
