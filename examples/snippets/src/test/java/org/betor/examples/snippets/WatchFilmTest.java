package org.betor.examples.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.betor.accounts.Accounts;
import org.betor.accounts.NewUser;
import org.betor.accounts.Playback;
import org.betor.accounts.Preference;
import org.betor.accounts.UserId;
import org.betor.accounts.Watching;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Change;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.core.LuceneCatalog;
import org.betor.events.LocalEvents;
import org.betor.p2p.BtClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the libraries of the snippet fit together: a film over loopback, watched twice. */
class WatchFilmTest {
  private static final TitleId SINTEL = TitleId.imdb("tt1727587");
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path folder;
  private final byte[] content = new byte[500_000];

  @Test
  void aFilmIsServedToAPlayerAndGoesOnWhereItStopped() throws Exception {
    try (Accounts accounts = Accounts.open(folder.resolve("people"));
        Catalog catalog = LuceneCatalog.open(folder.resolve("catalog"));
        LocalEvents events = LocalEvents.open(folder.resolve("events"));
        BtClient seeder = client("seeder");
        BtClient client = client("client");
        Playback playback =
            Playback.builder(accounts, catalog, events)
                .titles(id -> Optional.of(Title.placeholder(id)))
                .client(client, folder.resolve("films"), Mpv::serve)
                .open()) {
      list(catalog, seed(seeder));
      UserId ana = ana(accounts);

      assertThat(watch(playback, ana, Duration.ofMinutes(3))).isZero();
      assertThat(watch(playback, ana, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(3));
    }
  }

  private Duration watch(Playback playback, UserId user, Duration until) throws Exception {
    try (Watching film = playback.start(user, SINTEL, Preference.NONE);
        InputStream player = film.address().orElseThrow().toURL().openStream()) {
      assertThat(player.readAllBytes()).isEqualTo(content);
      film.heartbeat(until);
      return film.resumeAt();
    }
  }

  private BtClient client(String name) throws IOException {
    return BtClient.builder(folder.resolve(name))
        .bind(InetAddress.getLoopbackAddress())
        .discovery(Set.of())
        .mapPort(false)
        .open();
  }

  private MagnetLink seed(BtClient seeder) throws IOException, InterruptedException {
    new Random(1).nextBytes(content);
    Path film = Files.write(folder.resolve("sintel.mkv"), content);
    Torrent torrent = seeder.seed(film, SeedOptions.PLAIN);
    return MagnetLink.parse(
        "magnet:?xt=%s&x.pe=127.0.0.1:%d".formatted(torrent.infoHash().urn(), seeder.port()));
  }

  private static void list(Catalog catalog, MagnetLink link) {
    URI page = URI.create("https://films.example/sintel");
    Post post = Post.at(page, "Sintel").ids(List.of(SINTEL)).build();
    Offer offer = Offer.of(new Link.Magnet(link)).build();
    ReleaseKey key = ReleaseKey.of(link.infoHash().orElseThrow());
    catalog.put(List.of(new Change(key, new Listing("films", post, offer, Instant.EPOCH))));
    catalog.refresh();
  }

  private static UserId ana(Accounts accounts) {
    String token = accounts.setupToken().orElseThrow();
    return accounts.setUp(token, new NewUser("Ana", "ana@example.org", PASSWORD)).id();
  }
}
