package org.betor.p2p;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.Clients.PATIENCE;
import static org.betor.p2p.Clients.at;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program whose client is killed in the middle of a download. */
@Timeout(60)
class KilledClientTest {
  @TempDir private Path temp;

  @Test
  void goesOnFromWhatWasVerifiedWhenItWasKilled() throws Exception {
    Film film = Film.in(temp.resolve("seed"), 8_000_000);
    try (Clients clients = new Clients(temp)) {
      BtClient seeder = clients.seeder(film);
      seeder.torrents().get(0).await(TorrentSnapshot::isFinished, PATIENCE);
      seeder.limit(new Rates(OptionalLong.empty(), OptionalLong.of(2_000_000)));
      killed(film, seeder, 2_000_000);
      long verified = killed(film, seeder, 4_000_000);
      seeder.limit(Rates.UNLIMITED);

      Torrent torrent = clients.open("killed").torrents().get(0);
      long before = torrent.snapshot().downloadedBytes();
      TorrentSnapshot done = torrent.await(TorrentSnapshot::isFinished, PATIENCE);

      assertThat(temp.resolve("films").resolve(Film.NAME)).hasBinaryContent(film.bytes());
      assertThat(done.downloadedBytes() - before)
          .isLessThanOrEqualTo(film.bytes().length - verified);
    }
  }

  /** Kills the program once so much is verified and some of it is kept; returns what it said. */
  private long killed(Film film, BtClient seeder, long bytes) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                TestClassPath.get(),
                Program.class.getName(),
                temp.toString(),
                film.infoHash().hex(),
                String.valueOf(at(seeder).getPort()))
            .redirectError(new File("/dev/stderr"))
            .start();
    Path record = temp.resolve("killed").resolve(film.infoHash().hex() + ".resume");
    long verified = 0;
    try (BufferedReader said = program.inputReader(UTF_8)) {
      while (verified < bytes || Files.notExists(record)) {
        verified = Long.parseLong(said.readLine());
      }
    } finally {
      program.destroyForcibly().waitFor();
    }
    return verified;
  }

  /** Downloads and says how much is verified, until it is killed. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      Path folder = Path.of(arguments[0]);
      InetSocketAddress seeder =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[2]));
      try (BtClient client = Clients.builder(folder.resolve("killed")).open()) {
        client
            .add(
                TorrentSource.of(MagnetLink.of(new InfoHash(arguments[1]))),
                AddOptions.builder(folder.resolve("films")).peers(List.of(seeder)).build())
            .watch(Duration.ofMillis(20), so -> System.out.println(so.verifiedBytes()));
        new CountDownLatch(1).await();
      }
    }
  }
}
