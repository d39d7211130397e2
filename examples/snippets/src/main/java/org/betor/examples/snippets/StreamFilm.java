package org.betor.examples.snippets;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.BtClient;
import org.betor.p2p.StreamServer;

/** Plays a film while it downloads, and uploads what it has of it meanwhile. */
public final class StreamFilm {
  private static final String SINTEL =
      "magnet:?xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10&dn=Sintel";

  private StreamFilm() {}

  /** Ends with the player. */
  public static void main(String[] args) throws Exception {
    MagnetLink link = MagnetLink.parse(args.length > 0 ? args[0] : SINTEL);
    try (BtClient client = BtClient.open(Path.of("betor-torrents"))) {
      Torrent.Streamable film =
          client.add(TorrentSource.of(link), AddOptions.into(Path.of("films")));
      film.await(TorrentSnapshot::hasMetadata, Duration.ofMinutes(5));
      try (StreamServer server = StreamServer.open(film)) {
        URI address = server.address(film.metainfo().orElseThrow().mainFile());
        new ProcessBuilder("mpv", address.toString()).inheritIO().start().waitFor();
      }
    }
  }
}
