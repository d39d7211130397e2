package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerExchangeTest {
  @TempDir private Path folder;

  @Test
  void aPeerThatHasNothingTellsOfOneThatHasAll() throws Exception {
    Film film = Film.in(folder.resolve("seeds"), 300_000);
    try (Clients clients = new Clients(folder)) {
      BtClient seeder = clients.seeder(film);
      BtClient between = gossip(clients, "between");
      BtClient leecher = gossip(clients, "leecher");
      Torrent nothing =
          between.add(
              TorrentSource.of(film.metainfo()),
              AddOptions.builder(folder.resolve("nothing"))
                  .files(Set.of())
                  .peers(List.of(Clients.at(seeder)))
                  .build());
      nothing.await(here -> here.peers() == 1, Clients.PATIENCE);

      Torrent whole = clients.download(leecher, film, Clients.at(between));

      whole.await(TorrentSnapshot::isFinished, Clients.PATIENCE);
      assertThat(nothing.snapshot().verifiedPieces()).isZero();
    }
  }

  private BtClient gossip(Clients clients, String name) throws Exception {
    return clients.keep(
        Clients.builder(folder.resolve(name)).discovery(Set.of(Discovery.PEX)).open());
  }
}
