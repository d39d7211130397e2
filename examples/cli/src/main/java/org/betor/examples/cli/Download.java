package org.betor.examples.cli;

import static java.util.stream.Collectors.toSet;

import java.io.PrintWriter;
import java.util.stream.IntStream;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.api.spi.TorrentState;

/**
 * One torrent on its way to the disk.
 *
 * @param source names it
 * @param options say where it goes, and when it is done
 * @param out is told where it is
 * @param err shows how it goes
 */
record Download(TorrentSource source, AddOptions options, PrintWriter out, PrintWriter err) {
  private static final String NOTICE =
      "Downloading uploads too: peers learn your address, and get from you what you have of it.";

  /** Goes on until it stops by itself: where there is no goal of seeding, never. */
  void run(TorrentClient client) throws Exception {
    err.println(NOTICE);
    boolean isKnown = !client.torrents().isEmpty();
    Torrent torrent = client.add(source, options);
    if (isKnown) {
      goOn(torrent);
    }
    try (LiveProgress live = LiveProgress.of(torrent, err)) {
      live.until(now -> now.state() instanceof TorrentState.Stopped);
    } finally {
      printWhere(torrent.snapshot());
    }
  }

  /** What an earlier run began is done as this one is asked to. */
  private void goOn(Torrent torrent) {
    torrent.resume();
    torrent.order(options.order());
    torrent.choose(
        options
            .files()
            .orElseGet(
                () ->
                    IntStream.range(0, torrent.snapshot().files().size())
                        .boxed()
                        .collect(toSet())));
    torrent.goal(options.goal());
  }

  private void printWhere(TorrentSnapshot snapshot) {
    if (snapshot.isFinished()) {
      out.println(options.folder().resolve(snapshot.name()).toAbsolutePath().normalize());
    }
  }
}
