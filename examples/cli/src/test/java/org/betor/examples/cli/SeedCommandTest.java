package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.BtClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedCommandTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private Path film;

  @BeforeEach
  void inventAFilm() throws Exception {
    byte[] bytes = new byte[300_000];
    new Random(7).nextBytes(bytes);
    film = Files.write(folder.resolve("Vila Serena.mkv"), bytes);
  }

  @Test
  void seedsUntilItIsInterrupted() throws Exception {
    FutureTask<Integer> seeding = new FutureTask<>(() -> seed());
    Thread thread = new Thread(seeding, "seed");
    thread.start();
    String magnet = next("magnet:");
    String port = next("Peers reach it at port ").replaceAll("\\D", "");

    download(magnet + "&x.pe=127.0.0.1:" + port, folder.resolve("target"));
    assertThat(folder.resolve("target/Vila Serena.mkv")).hasSameBinaryContentAs(film);
    thread.interrupt();
    assertThat(seeding.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isZero();
  }

  @Test
  void writesATorrentFileWithWhatItWasTold() throws Exception {
    Path file = folder.resolve("vila.torrent");
    URI tracker = URI.create("http://127.0.0.1:1/announce");
    FutureTask<Integer> seeding =
        new FutureTask<>(
            () ->
                seed("--out=" + file, "--private", "--tracker=" + tracker, "--piece-bytes=65536"));
    Thread thread = new Thread(seeding, "seed");
    thread.start();
    String magnet = next("magnet:");
    thread.interrupt();
    assertThat(seeding.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isZero();

    Metainfo metainfo = Metainfo.read(file);
    assertThat(metainfo.isPrivate()).isTrue();
    assertThat(metainfo.trackers()).containsExactly(List.of(tracker));
    assertThat(metainfo.pieceBytes()).isEqualTo(65_536);
    assertThat(metainfo.magnet()).isEqualTo(MagnetLink.parse(magnet));
  }

  @Test
  void answersAMisuseWithOneLineAndCode2() {
    assertThat(seed("--piece-bytes=1000")).isEqualTo(2);
    assertThat(lines).singleElement().asString().startsWith("betor: ").contains("1000");
  }

  @Test
  void failsIfThereIsNothingToSeed() throws Exception {
    Files.delete(film);

    assertThat(seed()).isEqualTo(1);
    assertThat(lines).last().asString().startsWith("betor: ").contains("Vila Serena.mkv");
  }

  private void download(String magnet, Path target) throws Exception {
    try (BtClient leecher =
        BtClient.builder(folder.resolve("leecher"))
            .bind(InetAddress.getLoopbackAddress())
            .discovery(Set.of())
            .open()) {
      leecher
          .add(TorrentSource.of(MagnetLink.parse(magnet)), AddOptions.into(target))
          .await(TorrentSnapshot::isFinished, PATIENCE);
    }
  }

  /** The next line that begins so, of whatever the command prints. */
  private String next(String start) throws InterruptedException {
    while (true) {
      String line = lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(line).as("a line that begins with \"%s\"", start).isNotNull();
      if (line.startsWith(start)) {
        return line;
      }
    }
  }

  private int seed(String... args) {
    Stream<String> usual =
        Stream.of(
            "seed",
            film.toString(),
            "--data=" + folder.resolve("data"),
            "--bind=127.0.0.1",
            "--no-dht",
            "--no-pex");
    PrintWriter told = new TellingWriter(lines);
    return Main.run(Stream.concat(usual, Stream.of(args)).toArray(String[]::new), told, told);
  }

  /** Hands over each line. */
  private static final class TellingWriter extends PrintWriter {
    private final BlockingQueue<String> lines;

    TellingWriter(BlockingQueue<String> lines) {
      super(new StringWriter(), true);
      this.lines = lines;
    }

    @Override
    public void println(Object line) {
      lines.add(String.valueOf(line));
    }

    @Override
    public void println(String line) {
      lines.add(line);
    }
  }
}
