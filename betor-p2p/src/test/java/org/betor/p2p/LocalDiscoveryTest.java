package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.Clients.PATIENCE;
import static org.betor.p2p.Clients.eventually;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Clients of one network that know nothing but that network. */
@Timeout(120)
@Isolated
class LocalDiscoveryTest {
  @TempDir private Path temp;

  private Clients clients;
  private LoopbackNetwork network;

  @BeforeEach
  void open() throws Exception {
    clients = new Clients(temp);
    network = new LoopbackNetwork();
  }

  @AfterEach
  void close() throws Exception {
    clients.close();
    network.close();
  }

  @Test
  void twoClientsFindEachOtherByItAlone() throws Exception {
    Film film = Film.in(temp.resolve("seeds"), 300_000);
    BtClient seeder = client("seeder", Discovery.LSD);
    seeder.add(TorrentSource.of(film.metainfo()), AddOptions.into(temp.resolve("seeds")));
    eventually("the seeder announces", () -> network.heard().size() == 1);
    assertThat(network.heard().get(0))
        .contains("Port: " + seeder.port(), "Infohash: " + film.infoHash().hex());

    Torrent whole = clients.download(client("leecher", Discovery.LSD), film);

    whole.await(TorrentSnapshot::isFinished, PATIENCE);
  }

  @Test
  void aPrivateTorrentIsNotAnnounced() throws Exception {
    SeedOptions options =
        SeedOptions.builder()
            .onlyFromTrackers()
            .tracker(URI.create("http://127.0.0.1:1/announce"))
            .build();
    Film secret = Film.in(temp.resolve("seeds"), 300_000, options);
    Film film = Film.in(temp.resolve("open"), 200_000);
    BtClient client = client("client", Discovery.LSD);
    clients.download(client, secret).await(TorrentSnapshot::hasMetadata, PATIENCE);

    client.add(TorrentSource.of(film.metainfo()), AddOptions.into(temp.resolve("open")));

    eventually("the other is announced", () -> !network.heard().isEmpty());
    assertThat(network.heard().toString())
        .contains(film.infoHash().hex())
        .doesNotContain(secret.infoHash().hex());
  }

  @Test
  void nothingIsSentUnlessItIsSwitchedOn() throws Exception {
    Film film = Film.in(temp.resolve("seeds"), 300_000);
    Torrent silent = clients.download(client("silent"), film);
    Torrent loud = clients.download(client("loud", Discovery.LSD), film);

    eventually("the loud one announces", () -> !network.heard().isEmpty());

    assertThat(network.heard()).hasSize(1);
    assertThat(silent.snapshot().peers() + loud.snapshot().peers()).isZero();
  }

  private BtClient client(String name, Discovery... discovery) throws Exception {
    return clients.keep(
        Clients.builder(temp.resolve(name))
            .discovery(Set.of(discovery))
            .meeting(network.meeting())
            .open());
  }
}
