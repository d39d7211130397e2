package org.betor.p2p.interop;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.BtClient;
import org.betor.p2p.Discovery;

/** The client that is under test. */
final class OurClient implements Party {
  private final BtClient client;
  private final Torrent torrent;

  private OurClient(BtClient client, Torrent torrent) {
    this.client = client;
    this.torrent = torrent;
  }

  static OurClient start(Errand errand, Discovery... discovery) throws Exception {
    BtClient client =
        BtClient.builder(errand.own())
            .bind(InetAddress.getLoopbackAddress())
            .port(0)
            .encryption(errand.encryption())
            .discovery(Set.of(discovery))
            .open();
    TorrentSource source =
        errand.magnet().isPresent()
            ? TorrentSource.of(MagnetLink.parse(errand.magnet().get()))
            : TorrentSource.read(errand.torrent());
    Torrent torrent =
        client.add(source, AddOptions.builder(errand.folder()).peers(errand.peers()).build());
    OurClient party = new OurClient(client, torrent);
    if (errand.complete()) {
      party.awaitAll();
    }
    return party;
  }

  @Override
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), client.port());
  }

  @Override
  public void awaitAll() throws Exception {
    torrent.await(TorrentSnapshot::isFinished, Program.PATIENCE);
  }

  @Override
  public void close() {
    client.close();
  }
}
