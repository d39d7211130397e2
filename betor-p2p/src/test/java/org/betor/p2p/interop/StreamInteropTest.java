package org.betor.p2p.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.BtClient;
import org.betor.p2p.StreamServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A video that downloads, and programs that play it or fetch it meanwhile. */
@Tag("interop")
class StreamInteropTest {
  /** All of the video would take about ten seconds. */
  private static final Rates SLOW = new Rates(OptionalLong.of(300_000), OptionalLong.empty());

  @TempDir private Path folder;

  private Path film;
  private BtClient seeder;
  private BtClient leecher;

  @BeforeEach
  void prepare() throws IOException {
    film = Files.createDirectories(folder.resolve("seed")).resolve("Sintel.webm");
    seeder = open("seeder");
    leecher = open("leecher");
  }

  @AfterEach
  void close() {
    leecher.close();
    seeder.close();
  }

  @Test
  @SuppressWarnings("try") // the browser has to be there, and nothing else
  void aBrowserPlaysItAndSeeksBeforeAllOfItIsHere() throws Exception {
    Needed.program("chromium", "chromium", "--version");
    Needed.program("ffmpeg", "ffmpeg", "-version");
    makeVideo();
    try (StreamServer server = serve(SLOW);
        VideoPage page = new VideoPage(folder, server.address(0));
        Program browser = browse(page)) {
      assertThat(page.report()).startsWith("plays width=320 time=0.");
      assertThat(progress()).isLessThan(1);
      assertThat(page.report()).startsWith("sought width=320 time=59");
      assertThat(progress()).isLessThan(1);
      leecher.torrents().get(0).limit(Rates.UNLIMITED);
      assertThat(page.report()).startsWith("ended width=320 time=60");
    }
  }

  @Test
  void curlFetchesItInPartsFromItsEndToItsStart() throws Exception {
    Needed.program("curl", "curl", "--version");
    byte[] all = makeNoise();
    try (StreamServer server = serve(Rates.UNLIMITED)) {
      byte[] end = curl(server, "--range", "-50000");
      byte[] middle = curl(server, "--range", "10000-" + (all.length - 50_001));
      byte[] start = curl(server, "--range", "0-9999");

      ByteArrayOutputStream parts = new ByteArrayOutputStream();
      parts.writeBytes(start);
      parts.writeBytes(middle);
      parts.writeBytes(end);
      assertThat(parts.toByteArray()).isEqualTo(all);
      assertThat(curl(server)).isEqualTo(all);
    }
  }

  @Test
  void curlGoesOnWithWhatItHasInPart() throws Exception {
    Needed.program("curl", "curl", "--version");
    byte[] all = makeNoise();
    Files.write(folder.resolve("fetched"), Arrays.copyOf(all, 100_000));

    try (StreamServer server = serve(Rates.UNLIMITED)) {
      assertThat(curl(server, "--continue-at", "-")).isEqualTo(all);
    }
  }

  private double progress() {
    return leecher.torrents().get(0).snapshot().progress();
  }

  private StreamServer serve(Rates rates) throws Exception {
    SeedOptions options = SeedOptions.builder().pieceBytes(16 << 10).build();
    Torrent seeded = seeder.seed(film, options);
    Torrent.Streamable torrent =
        leecher.add(
            TorrentSource.of(seeded.metainfo().orElseThrow()),
            AddOptions.builder(folder.resolve("films"))
                .files(Set.of())
                .rates(rates)
                .peers(List.of(new InetSocketAddress(loopback(), seeder.port())))
                .build());
    return StreamServer.open(torrent);
  }

  private byte[] curl(StreamServer server, String... options)
      throws IOException, InterruptedException {
    Path fetched = folder.resolve("fetched");
    List<String> command = new ArrayList<>(List.of("curl", "--silent", "--show-error"));
    command.addAll(List.of("--fail", "--output", fetched.toString()));
    command.addAll(List.of(options));
    command.add(server.address(0).toString());
    try (Program curl = Program.start(command)) {
      curl.awaitEnd();
    }
    return Files.readAllBytes(fetched);
  }

  private Program browse(VideoPage page) throws IOException {
    return Program.start(
        List.of(
            "env",
            "TMPDIR=" + folder,
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=no-user-gesture-required",
            "--user-data-dir=" + folder.resolve("browser"),
            "--remote-debugging-port=0",
            page.address().toString()));
  }

  private byte[] makeNoise() throws IOException {
    byte[] noise = new byte[3_000_000];
    new Random(7).nextBytes(noise);
    Files.write(film, noise);
    return noise;
  }

  /** A minute, in 2.5 MB; the index that seeking needs is behind all else. */
  private void makeVideo() throws Exception {
    String command =
        "ffmpeg -loglevel error -y"
            + " -f lavfi -i testsrc2=size=320x240:rate=25:duration=60"
            + " -f lavfi -i sine=frequency=440:duration=60"
            + " -c:v libvpx-vp9 -b:v 300k -deadline realtime -cpu-used 8 -c:a libopus "
            + film;
    try (Program ffmpeg = Program.start(List.of(command.split(" ")))) {
      ffmpeg.awaitEnd();
    }
  }

  private BtClient open(String name) throws IOException {
    return BtClient.builder(folder.resolve(name)).bind(loopback()).discovery(Set.of()).open();
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }
}
