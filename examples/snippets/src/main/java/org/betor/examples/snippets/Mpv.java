package org.betor.examples.snippets;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.betor.accounts.TorrentServer.Served;
import org.betor.api.spi.Torrent;
import org.betor.p2p.StreamServer;

/** A player of this machine, which plays what is served to it. */
final class Mpv {
  private Mpv() {}

  static Served serve(Torrent.Streamable torrent, int file) throws IOException {
    StreamServer server = StreamServer.open(torrent);
    return new Served(server.address(file), server::close);
  }

  /** Tells where they are twice a minute; that is right as long as nobody seeks. */
  static void play(URI address, Duration from, Consumer<Duration> position)
      throws IOException, InterruptedException {
    String start = "--start=" + from.toSeconds();
    Process player = new ProcessBuilder("mpv", start, address.toString()).inheritIO().start();
    Duration now = from;
    while (!player.waitFor(30, TimeUnit.SECONDS)) {
      now = now.plusSeconds(30);
      position.accept(now);
    }
  }
}
