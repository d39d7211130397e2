package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.Clients.PATIENCE;
import static org.betor.p2p.Clients.eventually;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.internal.webseed.LoopbackFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WebSeedTest {
  private static final int PIECE = Film.PIECE_BYTES;

  @TempDir private Path temp;
  private Clients clients;
  private LoopbackFiles server;

  @BeforeEach
  void open() throws IOException {
    clients = new Clients(temp);
    server = LoopbackFiles.open();
  }

  @AfterEach
  void close() throws IOException {
    clients.close();
    server.close();
  }

  @Test
  void downloadsAFileFromAWebServerAlone() throws Exception {
    Film film = film(30 * PIECE + 1, server.at("/" + Film.NAME));
    server.put("/" + Film.NAME, film.bytes());
    Torrent torrent = clients.download(clients.open("leecher"), film);

    TorrentSnapshot last = torrent.await(TorrentSnapshot::isFinished, PATIENCE);

    assertThat(temp.resolve("films").resolve(Film.NAME)).hasBinaryContent(film.bytes());
    assertThat(last.peers()).isZero();
    eventually("all is counted", () -> torrent.snapshot().downloadedBytes() == film.bytes().length);
  }

  @Test
  void downloadsAFolderWithNamesOfAllKinds() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("seed/Séries & #1 100%"));
    List<String> names = List.of("a b.mkv", "#1.mkv", "100%.txt", "ação.mkv", "empty", "日本?.mkv");
    for (String name : names) {
      byte[] bytes = new byte[name.equals("empty") ? 0 : 50_000 + name.length()];
      new Random(name.length()).nextBytes(bytes);
      Files.write(folder.resolve(name), bytes);
    }
    String start = "/films/S%C3%A9ries%20%26%20%231%20100%25/";
    put(start + "a%20b.mkv", folder.resolve("a b.mkv"));
    put(start + "%231.mkv", folder.resolve("#1.mkv"));
    put(start + "100%25.txt", folder.resolve("100%.txt"));
    put(start + "a%C3%A7%C3%A3o.mkv", folder.resolve("ação.mkv"));
    put(start + "%E6%97%A5%E6%9C%AC%3F.mkv", folder.resolve("日本?.mkv"));
    Metainfo metainfo = Film.metainfo(folder, options(server.at("/films/")));

    download(metainfo).await(TorrentSnapshot::isFinished, PATIENCE);

    for (String name : names) {
      assertThat(temp.resolve("films").resolve(metainfo.name()).resolve(name))
          .hasSameBinaryContentAs(folder.resolve(name));
    }
  }

  @Test
  void addsTheNameOfAFileToTheAddressOfAFolder() throws Exception {
    Path file = Files.createDirectories(temp.resolve("seed")).resolve("50% off #2.mkv");
    Files.write(file, new byte[100_000]);
    put("/films/50%25%20off%20%232.mkv", file);

    download(Film.metainfo(file, options(server.at("/films/"))))
        .await(TorrentSnapshot::isFinished, PATIENCE);

    assertThat(temp.resolve("films/50% off #2.mkv")).hasSameBinaryContentAs(file);
  }

  @Test
  void putsTogetherWhatAPeerAndAWebServerHave() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("seed/Cosmos Laundromat"));
    byte[] row = new byte[20 * PIECE];
    new Random(5).nextBytes(row);
    Files.write(folder.resolve("1.mkv"), Arrays.copyOf(row, 10 * PIECE));
    Files.write(folder.resolve("2.mkv"), Arrays.copyOfRange(row, 10 * PIECE, 20 * PIECE));
    put("/Cosmos%20Laundromat/1.mkv", folder.resolve("1.mkv"));
    Film film = new Film(folder, row, Film.metainfo(folder, options(server.at("/"))));

    try (RawHost peer =
        RawHost.seeding(
            film,
            (piece, offset, length) ->
                piece < 10 ? new byte[0] : film.block(piece, offset, length))) {
      clients
          .download(clients.open("leecher"), film, peer.address())
          .await(TorrentSnapshot::isFinished, PATIENCE);
    }

    assertThat(temp.resolve("films/Cosmos Laundromat/1.mkv"))
        .hasSameBinaryContentAs(folder.resolve("1.mkv"));
    assertThat(temp.resolve("films/Cosmos Laundromat/2.mkv"))
        .hasSameBinaryContentAs(folder.resolve("2.mkv"));
  }

  @Test
  void leavesAWebServerThatLiesAndFinishesWithAPeer() throws Exception {
    Film film = film(40 * PIECE, server.at("/" + Film.NAME));
    byte[] wrong = film.bytes().clone();
    IntStream.range(0, 40).forEach(piece -> wrong[piece * PIECE]++);
    server.put("/" + Film.NAME, wrong);
    BtClient leecher = clients.open("leecher");
    Torrent torrent = clients.download(leecher, film);
    eventually("the liar is asked", () -> !server.asked().isEmpty());
    eventually("something came of it", () -> torrent.snapshot().downloadedBytes() > 0);

    clients.seeder(film, leecher);
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);

    assertThat(temp.resolve("films").resolve(Film.NAME)).hasBinaryContent(film.bytes());
    assertThat(server.asked()).hasSizeLessThan(10);
  }

  @Test
  void hangsUpWhenItIsPausedAndGoesOnLater() throws Exception {
    Film film = film(4 * PIECE, server.at("/" + Film.NAME));
    server.put("/" + Film.NAME, film.bytes()).manner(server::silence);
    Torrent torrent = clients.download(clients.open("leecher"), film);
    eventually("the server is asked", () -> !server.asked().isEmpty());

    torrent.pause();
    server.awaitCut();
    server.manner(LoopbackFiles::serve);
    torrent.resume();

    torrent.await(TorrentSnapshot::isFinished, PATIENCE);
  }

  @Test
  void takesTheWebSeedsOfAMagnetLink() throws Exception {
    Film film = film(20 * PIECE, server.at("/" + Film.NAME));
    server.put("/" + Film.NAME, film.bytes());
    BtClient seeder = clients.seeder(film);
    seeder.limit(new Rates(OptionalLong.empty(), OptionalLong.of(20_000)));

    clients
        .open("leecher")
        .add(
            TorrentSource.of(film.metainfo().magnet()),
            AddOptions.builder(temp.resolve("films")).peers(List.of(Clients.at(seeder))).build())
        .await(TorrentSnapshot::isFinished, PATIENCE);

    assertThat(temp.resolve("films").resolve(Film.NAME)).hasBinaryContent(film.bytes());
    assertThat(server.asked()).isNotEmpty();
  }

  @Test
  void keepsToALimit() throws Exception {
    Film film = film(10 * PIECE, server.at("/" + Film.NAME));
    server.put("/" + Film.NAME, film.bytes());
    BtClient leecher = clients.open("leecher");
    leecher.limit(new Rates(OptionalLong.of(200_000), OptionalLong.empty()));

    clients.download(leecher, film).await(TorrentSnapshot::isFinished, PATIENCE);

    assertThat(server.asked()).hasSizeGreaterThan(1);
  }

  private Film film(int bytes, URI webSeed) throws Exception {
    return Film.in(temp.resolve("seed"), bytes, options(webSeed));
  }

  private static SeedOptions options(URI webSeed) {
    return SeedOptions.builder().pieceBytes(PIECE).webSeeds(List.of(webSeed)).build();
  }

  private Torrent download(Metainfo metainfo) throws IOException {
    return clients
        .open("leecher")
        .add(TorrentSource.of(metainfo), AddOptions.into(temp.resolve("films")));
  }

  private void put(String path, Path file) throws IOException {
    server.put(path, Files.readAllBytes(file));
  }
}
