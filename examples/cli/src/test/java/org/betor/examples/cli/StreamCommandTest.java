package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
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

class StreamCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final byte[] film = new byte[2_000_000];
  private BtClient seeder;
  private Torrent seeded;

  @BeforeEach
  void seedAFolder() throws Exception {
    new Random(7).nextBytes(film);
    Path source = Files.createDirectories(folder.resolve("source/Sintel"));
    Files.writeString(source.resolve("Sintel.srt"), "1");
    Files.write(source.resolve("Sintel.mkv"), film);
    seeder =
        BtClient.builder(folder.resolve("seeder"))
            .bind(InetAddress.getLoopbackAddress())
            .discovery(Set.of())
            .open();
    seeded = seeder.seed(source, SeedOptions.PLAIN);
  }

  @AfterEach
  void stopSeeding() {
    seeder.close();
  }

  @Test
  void givesAPlayerTheAddressOfTheFilmAndEndsWithIt() throws IOException {
    assertThat(stream(magnet(), "--player", player())).isZero();

    URI address = URI.create(out.toString().strip());
    assertThat(address.getHost()).isEqualTo("127.0.0.1");
    assertThat(address.getPath()).endsWith("/Sintel.mkv");
    assertThat(folder.resolve("played")).hasBinaryContent(film);
    assertThat(err.toString().lines().filter(line -> line.contains("uploads too"))).hasSize(1);
  }

  @Test
  void playsAnotherFileOfATorrentThatIsThere() throws IOException {
    String infoHash = seeded.infoHash().hex();
    assertThat(stream(infoHash, "--player", player())).isZero();

    assertThat(stream(infoHash, "--file", "1", "--player", player())).isZero();
    assertThat(folder.resolve("played")).hasContent("1");
  }

  @Test
  void failsWhereThePlayerDoes() {
    assertThat(stream(magnet(), "--player", command("Nothing"))).isEqualTo(1);

    assertThat(err.toString().lines()).last().asString().contains("the player ended with code 1");
  }

  @Test
  void failsWithoutSuchAFile() {
    assertThat(stream(magnet(), "--file", "7")).isEqualTo(1);

    assertThat(err.toString().lines()).last().asString().contains("the torrent has no file 7");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "absent.torrent", "%s --file one", "%s --peer nowhere"})
  void answersAMisuseWithOneLineAndCode2(String line) {
    assertThat(stream(line.formatted(magnet()).split(" ", -1))).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().startsWith("betor: ");
  }

  private String magnet() {
    return "magnet:?xt=" + seeded.infoHash().urn();
  }

  private String player() {
    return command(SavingPlayer.class.getName()) + " " + folder.resolve("played");
  }

  /** The words have no spaces in them. */
  private static String command(String mainClass) {
    return "%s -cp %s %s"
        .formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            Path.of("target", "test-classes").toAbsolutePath(),
            mainClass);
  }

  private int stream(String... args) {
    out.getBuffer().setLength(0);
    Stream<String> usual =
        Stream.of(
            "stream",
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
