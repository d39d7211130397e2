package org.betor.p2p.internal.dht;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.betor.api.model.InfoHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("interop")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LibtorrentTest {
  private static final String PYTHON = "/usr/bin/python3";
  private static final InfoHash SINTEL = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");

  @TempDir Path folder;

  @BeforeEach
  void skipWithoutLibtorrent() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON))
            && new ProcessBuilder(PYTHON, "-c", "import libtorrent").start().waitFor() == 0,
        "the package python3-libtorrent is not installed for " + PYTHON);
  }

  @Test
  void eachFindsWhatTheOtherAnnounces() throws Exception {
    try (LoopbackNode first = LoopbackNode.open();
        LoopbackNode second = LoopbackNode.open(first.address())) {
      second.announce(SINTEL, 7_000);
      Process libtorrent = libtorrent(first.address().getPort());
      try (BufferedReader says = libtorrent.inputReader(UTF_8)) {
        int port = Integer.parseInt(await(says, "announcing ").orElseThrow());

        assertThat(await(says, "peer 127.0.0.1:7000")).isPresent();
        assertThat(findUntilThere(second, at(port), says)).contains(at(port));
      } finally {
        libtorrent.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    }
  }

  /** Asks each time that the session has announced once more. */
  private static List<InetSocketAddress> findUntilThere(
      LoopbackNode node, InetSocketAddress peer, BufferedReader says) throws Exception {
    List<InetSocketAddress> found = node.find(SINTEL);
    while (!found.contains(peer) && await(says, "peer ").isPresent()) {
      found = node.find(SINTEL);
    }
    return found;
  }

  private Process libtorrent(int bootstrapPort) throws IOException {
    Path script = folder.resolve("libtorrent_node.py");
    try (InputStream source = LibtorrentTest.class.getResourceAsStream("libtorrent_node.py")) {
      Files.copy(Objects.requireNonNull(source), script);
    }
    return new ProcessBuilder(
            PYTHON, script.toString(), String.valueOf(bootstrapPort), SINTEL.hex())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** What follows the first of its lines that begins so. */
  private static Optional<String> await(BufferedReader says, String beginning) {
    return says.lines()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .findFirst();
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
