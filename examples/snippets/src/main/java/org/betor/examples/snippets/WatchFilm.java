package org.betor.examples.snippets;

import java.nio.file.Path;
import java.util.Optional;
import org.betor.accounts.Accounts;
import org.betor.accounts.Playback;
import org.betor.accounts.Preference;
import org.betor.accounts.UserId;
import org.betor.accounts.Watching;
import org.betor.api.model.TitleId;
import org.betor.core.Betor;
import org.betor.events.LocalEvents;
import org.betor.p2p.BtClient;

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
                .client(client, Path.of("films"), Mpv::serve)
                .open()) {
      UserId user = accounts.users().findByName(args[0]).orElseThrow().id();
      try (Watching film = playback.start(user, TitleId.parse(args[1]), Preference.NONE)) {
        Mpv.play(film.address().orElseThrow(), film.resumeAt(), film::heartbeat);
      }
    }
  }
}
