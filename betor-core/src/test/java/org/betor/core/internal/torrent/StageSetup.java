package org.betor.core.internal.torrent;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Change;
import org.betor.core.Films;
import org.betor.core.MemoryStore;
import org.betor.core.ScriptedTorrents;
import org.betor.core.internal.enrich.Alarm;
import org.betor.core.internal.enrich.EnrichmentRun;
import org.betor.core.internal.enrich.Stage;
import org.betor.testkit.MemoryCatalog;
import org.betor.testkit.SimulatedTime;

/** Releases, and a client that may know more of them. */
final class StageSetup {
  static final String PRIVATE = "https://tracker.example/00112233445566778899aabbccddeeff/announce";

  final SimulatedTime time = new SimulatedTime(Films.NOON);
  final Catalog catalog = new MemoryCatalog(new HashMap<>());
  final ScriptedTorrents client = new ScriptedTorrents();
  final MemoryStore store = new MemoryStore();
  final List<Change> heard = new ArrayList<>();

  /** A page lists a torrent of that number now. */
  void found(int number) {
    String tracker = "udp://tracker.example:6969";
    found(number, "magnet:?xt=" + Films.hash(number).urn() + "&tr=" + tracker);
  }

  void found(int number, String link) {
    found(number, new Link.Magnet(MagnetLink.parse(link)));
  }

  void found(int number, Link link) {
    Post post = Films.post(number, "Sintel " + number).build();
    Offer offer = Offer.of(link).build();
    ReleaseKey key = offer.key("films");
    catalog.put(List.of(new Change(key, new Listing("films", post, offer, time.instant()))));
    catalog.refresh();
  }

  static Link torrentFile(int number) {
    return new Link.TorrentFile(URI.create("https://films.example/%d.torrent".formatted(number)));
  }

  EnrichmentRun run(Stage stage) {
    Alarm silent = new Alarm(time, time, task -> CompletableFuture.completedFuture(true));
    return new EnrichmentRun(catalog, List.of(stage), time, Runnable::run, silent, heard::add);
  }

  Release release(int number) {
    return catalog.find(Films.key(number), Viewer.ANYONE).orElseThrow();
  }
}
