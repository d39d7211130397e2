package org.betor.p2p;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Set;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.testkit.TorrentClientContract;

class BtClientContractTest implements TorrentClientContract {

  @Override
  public TorrentClient open(Path directory) throws IOException {
    return BtClient.builder(directory)
        .bind(InetAddress.getLoopbackAddress())
        .discovery(Set.of())
        .open();
  }

  @Override
  public MagnetLink linkTo(TorrentClient client, Torrent torrent) {
    int port = ((BtClient) client).port();
    return MagnetLink.parse("magnet:?xt=" + torrent.infoHash().urn() + "&x.pe=127.0.0.1:" + port);
  }
}
