package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.betor.p2p.Clients.eventually;
import static org.betor.p2p.Clients.eventuallyNoThread;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.internal.portmap.FakeGateway;
import org.betor.p2p.internal.webseed.LoopbackFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Films that are played while they come from a web server alone. */
@Timeout(60)
@Isolated
class WebSeedStreamTest {
  private static final int MIB = 1 << 20;
  private static final int SIZE = 40 * MIB;

  @TempDir private Path temp;
  private Clients clients;
  private LoopbackFiles server;
  private Film film;

  @BeforeEach
  void open() throws Exception {
    clients = new Clients(temp);
    server = LoopbackFiles.open();
    film =
        Film.in(
            temp.resolve("seed"),
            SIZE,
            SeedOptions.builder()
                .pieceBytes(Film.PIECE_BYTES)
                .webSeeds(List.of(server.at("/" + Film.NAME)))
                .build());
    server.put("/" + Film.NAME, film.bytes());
  }

  @AfterEach
  void close() throws Exception {
    clients.close();
    server.close();
  }

  @Test
  void aPlayerMaySeekWhereverTheServerIsSilentElsewhere() throws Exception {
    server.manner(
        (asked, out) -> {
          if (asked.from() < 30 * MIB) {
            server.silence(asked, out);
          } else {
            LoopbackFiles.serve(asked, out);
          }
        });
    Torrent.Streamable torrent = download(clients.open("leecher"));

    try (StreamServer player = StreamServer.open(torrent)) {
      Fetched middle = Fetched.get(player.address(0), "Range", range(30 * MIB, 32 * MIB));
      Fetched end = Fetched.get(player.address(0), "Range", range(SIZE - 1_000, SIZE));

      assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(film.bytes(), 30 * MIB, 32 * MIB));
      assertThat(end.body()).isEqualTo(Arrays.copyOfRange(film.bytes(), SIZE - 1_000, SIZE));
    }
  }

  @Test
  void aClientEndsWithAllThatIsOpen() throws Exception {
    server.manner(server::silence);
    try (LoopbackNetwork network = new LoopbackNetwork();
        FakeGateway gateway = new FakeGateway()) {
      BtClient leecher =
          clients.keep(
              Clients.builder(temp.resolve("leecher"))
                  .discovery(Set.of(Discovery.LSD))
                  .meeting(network.meeting())
                  .mapPort(true)
                  .gateways(gateway.ssdp())
                  .open());
      Torrent.Streamable torrent = download(leecher);
      SeekableByteChannel reader = torrent.open(0);
      FutureTask<Integer> reading = new FutureTask<>(() -> reader.read(ByteBuffer.allocate(1)));
      Thread other = new Thread(reading);
      other.start();
      StreamServer player = StreamServer.open(torrent);
      RawRequest request = new RawRequest(player.address(0));
      request.send(
          "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(player.address(0).getPath()));
      request.head();
      server.awaitAsked();
      eventually("the port is mapped", () -> gateway.calls().size() == 2);

      leecher.close();

      other.join();
      server.awaitCut();
      assertThatIOException().isThrownBy(() -> reader.read(ByteBuffer.allocate(1)));
      eventually("the player's server is closed", player::isClosed);
      assertThat(request.rest()).isEmpty();
      reader.close();
      request.close();
      eventuallyNoThread("betor");
    }
  }

  private Torrent.Streamable download(BtClient client) {
    return client.add(TorrentSource.of(film.metainfo()), AddOptions.into(temp.resolve("films")));
  }

  private static String range(int from, int to) {
    return "bytes=%d-%d".formatted(from, to - 1);
  }
}
