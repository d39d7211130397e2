package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.p2p.BtClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private BtClient seeder;
  private Torrent seeded;

  @BeforeEach
  void seedAFolder() throws Exception {
    Path films = Files.createDirectories(folder.resolve("source/Vila Serena"));
    Random random = new Random(7);
    for (String name : new String[] {"1.mkv", "2.mkv"}) {
      byte[] film = new byte[300_000];
      random.nextBytes(film);
      Files.write(films.resolve(name), film);
    }
    seeder =
        BtClient.builder(folder.resolve("seeder"))
            .bind(InetAddress.getLoopbackAddress())
            .discovery(Set.of())
            .open();
    seeded = seeder.seed(films, SeedOptions.PLAIN);
  }

  @AfterEach
  void stopSeeding() {
    seeder.close();
  }

  @Test
  void downloadsAMagnetLinkAndSaysThatItUploads() throws IOException {
    assertThat(download(magnet())).isZero();

    assertThat(out.toString().strip()).isEqualTo(target().toString());
    assertThat(target().resolve("1.mkv")).hasSameBinaryContentAs(source().resolve("1.mkv"));
    assertThat(target().resolve("2.mkv")).hasSameBinaryContentAs(source().resolve("2.mkv"));
    assertThat(err.toString().lines().filter(line -> line.contains("uploads too"))).hasSize(1);
  }

  @Test
  void downloadsATorrentFile() throws IOException {
    Path file = folder.resolve("vila.torrent");
    Files.write(file, TorrentFile.of(seeded.metainfo().orElseThrow()));

    assertThat(download(file.toString(), "--sequential", "--encryption", "required")).isZero();
    assertThat(target().resolve("2.mkv")).hasSameBinaryContentAs(source().resolve("2.mkv"));
  }

  @Test
  void downloadsTheChosenFileAndTheOthersWhenItIsRunAgain() throws IOException {
    assertThat(download(magnet(), "--files", "1")).isZero();
    assertThat(target().resolve("2.mkv")).hasSameBinaryContentAs(source().resolve("2.mkv"));

    assertThat(download(magnet())).isZero();
    assertThat(target().resolve("1.mkv")).hasSameBinaryContentAs(source().resolve("1.mkv"));
  }

  @Test
  void seedsAsFarAsItIsTold() {
    assertThat(download(magnet(), "--seed-ratio", "0")).isZero();

    assertThat(err.toString().lines()).last().asString().contains("ratio reached");
  }

  @Test
  void failsWhereItMustNotWrite() throws IOException {
    Files.writeString(folder.resolve("target"), "a file where a folder belongs");

    assertThat(download(magnet())).isEqualTo(1);
    assertThat(err.toString().lines()).last().asString().startsWith("betor: ").contains("target");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "absent.torrent",
        "magnet:?dn=Sintel",
        "%s --seed --seed-ratio 1",
        "%s --files one",
        "%s --peer nowhere",
        "%s --seed-ratio -1",
        "%s --port 70000",
        "%s --encryption rot13"
      })
  void answersAMisuseWithOneLineAndCode2(String line) {
    assertThat(download(line.formatted(magnet()).split(" ", -1))).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().startsWith("betor: ");
  }

  private String magnet() {
    return "magnet:?xt=" + seeded.infoHash().urn();
  }

  private Path source() {
    return folder.resolve("source/Vila Serena");
  }

  private Path target() {
    return folder.resolve("target/Vila Serena");
  }

  private int download(String... args) {
    Stream<String> usual =
        Stream.of(
            "download",
            "--data=" + folder.resolve("data"),
            "--to=" + folder.resolve("target"),
            "--bind=127.0.0.1",
            "--no-dht",
            "--no-pex",
            "--peer=127.0.0.1:" + seeder.port());
    return Main.run(
        Stream.concat(usual, Stream.of(args).filter(arg -> !arg.isEmpty())).toArray(String[]::new),
        new PrintWriter(out, true),
        new PrintWriter(err, true));
  }
}
