package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.p2p.Clients.PATIENCE;
import static org.betor.p2p.Clients.eventually;
import static org.betor.p2p.Clients.eventuallyNoThread;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.betor.api.spi.TorrentSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What a client takes and gives back. */
@Timeout(60)
@Isolated
class OpenAndCloseTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @TempDir private Path temp;

  @Test
  void namesAPortThatIsTakenAndLeavesNothingBehind() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      assertThatThrownBy(() -> builder().port(taken.getLocalPort()).open())
          .isInstanceOf(IOException.class)
          .hasMessageContaining(String.valueOf(taken.getLocalPort()));
    }
    nothingIsLeft();
  }

  @Test
  void namesAUdpPortThatIsTakenAndLeavesNothingBehind() throws Exception {
    try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
      assertThatThrownBy(() -> builder().port(taken.getLocalPort()).open())
          .isInstanceOf(IOException.class)
          .hasMessageContaining(String.valueOf(taken.getLocalPort()));
    }
    nothingIsLeft();
  }

  @Test
  void namesAFolderThatIsInUse() throws Exception {
    try (BtClient first = builder().open()) {
      assertThatThrownBy(() -> builder().open())
          .isInstanceOf(IOException.class)
          .hasMessageContaining(temp.resolve("client").toString());
      assertThat(first.torrents()).isEmpty();
    }
    nothingIsLeft();
  }

  @Test
  void opensThoughARecordCannotBeRead() throws Exception {
    Files.createDirectories(temp.resolve("client/" + "ab".repeat(20) + ".resume"));
    Files.writeString(temp.resolve("client/" + "cd".repeat(20) + ".resume"), "d3:abc");
    try (BtClient client = builder().open()) {
      assertThat(client.torrents()).isEmpty();
    }
    nothingIsLeft();
  }

  @Test
  void believesNoTorrentFileThatIsOfAnotherTorrent() throws Exception {
    Film film = Film.in(temp.resolve("seed"), 200_000);
    Path kept = temp.resolve("client").resolve(film.infoHash().hex() + ".torrent");
    try (Clients clients = new Clients(temp)) {
      BtClient client = clients.keep(builder().open());
      clients.download(client, film).await(TorrentSnapshot::hasMetadata, PATIENCE);
      eventually("it is kept", () -> Files.exists(kept));
      client.close();
      byte[] bytes = Files.readAllBytes(kept);
      bytes[bytes.length - 3]++;
      Files.write(kept, bytes);

      BtClient again = clients.keep(builder().open());

      assertThat(again.torrents().get(0).snapshot().hasMetadata()).isFalse();
    }
  }

  @Test
  void opensAndClosesAgainAndAgainAtTheSamePort() throws Exception {
    Film film = Film.in(temp.resolve("seed"), 200_000);
    int port = portThatNobodyIsGiven();
    for (int i = 0; i < 20; i++) {
      try (BtClient client = builder().port(port).open();
          Clients clients = new Clients(temp)) {
        clients.download(client, film);
      }
    }
    nothingIsLeft();
  }

  /** A free one below those from which systems choose, or another test could get it meanwhile. */
  private static int portThatNobodyIsGiven() throws IOException {
    for (int port = 20_000; ; port++) {
      try (ServerSocket free = new ServerSocket(port, 1, LOOPBACK)) {
        return free.getLocalPort();
      } catch (BindException taken) {
        assertThat(port).isLessThan(30_000);
      }
    }
  }

  private void nothingIsLeft() throws IOException {
    eventuallyNoThread("betor");
    builder().open().close();
  }

  private BtClient.Builder builder() {
    return Clients.builder(temp.resolve("client"));
  }
}
