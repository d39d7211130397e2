package org.betor.examples.snippets;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.betor.accounts.Accounts;
import org.betor.accounts.Playback;
import org.betor.accounts.Preference;
import org.betor.accounts.TorrentServer.Served;
import org.betor.accounts.UserId;
import org.betor.accounts.Watching;
import org.betor.api.model.Language;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Torrent;
import org.betor.core.Betor;
import org.betor.events.LocalEvents;
import org.betor.p2p.BtClient;
import org.betor.p2p.StreamServer;

/** Watches a title that was found before, from where somebody left off. */
public final class WatchFilm {
  private WatchFilm() {}

  /** Takes the name of a user, and a title such as {@code tt1727587}; ends with the player. */
  public static void main(String[] args) throws Exception {
    try (Accounts accounts = Accounts.open(Path.of("people"));
        Betor betor = Betor.open(Path.of("betor-data"));
        LocalEvents events = LocalEvents.open(Path.of("events"));
        BtClient client = BtClient.open(Path.of("betor-torrents"));
        Playback playback =
            Playback.builder(accounts, betor.catalog(), events)
                .titles(id -> Optional.of(betor.titles().orPlaceholder(id)))
                .client(client, Path.of("films"), WatchFilm::serve)
                .open()) {
      UserId user = accounts.users().findByName(args[0]).orElseThrow().id();
      Preference wish = Preference.of(Language.BRAZILIAN_PORTUGUESE);
      watch(playback.start(user, TitleId.parse(args[1]), wish));
    }
  }

  static Served serve(Torrent.Streamable torrent, int file) throws IOException {
    StreamServer server = StreamServer.open(torrent);
    return new Served(server.address(file), server::close);
  }

  /** Where they are is right as long as nobody seeks: a player of one's own can tell. */
  private static void watch(Watching film) throws Exception {
    Duration position = film.resumeAt();
    String start = "--start=" + position.toSeconds();
    String address = film.address().orElseThrow().toString();
    Process player = new ProcessBuilder("mpv", start, address).inheritIO().start();
    while (!player.waitFor(30, TimeUnit.SECONDS)) {
      position = position.plusSeconds(30);
      film.heartbeat(position);
    }
    film.stop(position);
  }
}
