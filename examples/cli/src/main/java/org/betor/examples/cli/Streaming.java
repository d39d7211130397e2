package org.betor.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.StreamServer;

/**
 * One file of a torrent on its way to a player.
 *
 * @param source names the torrent
 * @param options say where it goes
 * @param file the file's index; the one that is the film, if empty
 * @param player is started; if empty, somebody else takes the address
 * @param out is told the address
 * @param err shows how it goes
 */
record Streaming(
    TorrentSource source,
    AddOptions options,
    OptionalInt file,
    Optional<Player> player,
    PrintWriter out,
    PrintWriter err) {
  private static final String NOTICE =
      "Playing uploads too: peers learn your address, and get from you what you have of it.";

  /** Goes on until the player ends; where there is none, until it is interrupted. */
  void run(TorrentClient client) throws Exception {
    err.println(NOTICE);
    boolean isKnown = !client.torrents().isEmpty();
    if (!(client.add(source, options) instanceof Torrent.Streamable torrent)) {
      throw new IllegalStateException("this client cannot play what it downloads");
    }
    if (isKnown) {
      torrent.resume();
    }
    int chosen = file.orElse(awaitMetadata(torrent).mainFile());
    serve(torrent, chosen);
  }

  private Metainfo awaitMetadata(Torrent torrent) throws Exception {
    if (torrent.metainfo().isEmpty()) {
      try (LiveProgress live = LiveProgress.of(torrent, err)) {
        live.until(TorrentSnapshot::hasMetadata);
      }
    }
    return torrent.metainfo().orElseThrow();
  }

  private void serve(Torrent.Streamable torrent, int chosen) throws Exception {
    try (StreamServer server = StreamServer.open(torrent)) {
      URI address = address(server, chosen);
      torrent.choose(Set.of(chosen));
      out.println(address);
      out.flush();
      LiveProgress.Face face =
          (now, width) ->
              ProgressBar.of(new StreamBar(now, chosen, server.position(chosen)), width);
      try (LiveProgress live = LiveProgress.of(torrent, face, err)) {
        play(live, address);
      }
    }
  }

  private static URI address(StreamServer server, int chosen) {
    try {
      return server.address(chosen);
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the torrent has no file " + chosen, e);
    }
  }

  private void play(LiveProgress live, URI address) throws Exception {
    if (player.isEmpty()) {
      live.until(now -> false);
      return;
    }
    Process playing = player.get().play(address);
    if (player.get().playsItself()) {
      awaitEnd(playing);
    } else {
      live.until(now -> false);
    }
  }

  private void awaitEnd(Process playing) throws InterruptedException, IOException {
    try {
      int code = playing.waitFor();
      if (code != 0) {
        throw new IOException("the player ended with code " + code);
      }
    } finally {
      playing.destroy();
    }
  }
}
