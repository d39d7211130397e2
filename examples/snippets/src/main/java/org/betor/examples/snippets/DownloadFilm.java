package org.betor.examples.snippets;

import java.nio.file.Path;
import java.time.Duration;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.BtClient;

/** Downloads a film, and uploads what it has of it meanwhile. */
public final class DownloadFilm {
  private static final String SINTEL =
      "magnet:?xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10&dn=Sintel";

  private DownloadFilm() {}

  /** Prints how it goes, and where the film is in the end. */
  public static void main(String[] args) throws Exception {
    MagnetLink link = MagnetLink.parse(args.length > 0 ? args[0] : SINTEL);
    try (BtClient client = BtClient.open(Path.of("betor-torrents"))) {
      Torrent film = client.add(TorrentSource.of(link), AddOptions.into(Path.of("films")));
      film.watch(Duration.ofSeconds(1), System.out::println);
      film.await(TorrentSnapshot::isFinished, Duration.ofHours(6));
      System.out.println("films/" + film.snapshot().name());
    }
  }
}
