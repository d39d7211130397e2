package org.betor.core;

import java.time.Duration;
import java.util.List;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Store;
import org.betor.api.spi.TorrentClient;
import org.betor.core.internal.enrich.Stage;
import org.betor.core.internal.torrent.ContentsStage;
import org.betor.core.internal.torrent.MetadataFetch;
import org.betor.core.internal.torrent.SwarmStage;

/** What a torrent client can find out of releases. */
final class TorrentStages {
  /** Peers that have the metadata are mostly found within some seconds. */
  private static final Duration METADATA_PATIENCE = Duration.ofSeconds(60);

  private static final Store.Bound IN_HAND = Store.Bound.bytes(1 << 16);
  private static final Store.Bound ATTEMPTS = new Store.Bound(1 << 20, Duration.ofDays(1));

  private final LocalHost host;
  private final Catalog catalog;

  TorrentStages(LocalHost host, Catalog catalog) {
    this.host = host;
    this.catalog = catalog;
  }

  List<Stage> with(TorrentClient client) {
    Stage contents = new ContentsStage(catalog, metadata(client), host.clock());
    return client instanceof TorrentClient.Scraper scraper
        ? List.of(contents, swarm(scraper))
        : List.of(contents);
  }

  private MetadataFetch metadata(TorrentClient client) {
    return new MetadataFetch(
        client,
        host.path("metadata"),
        () -> host.store("metadata-in-hand", IN_HAND),
        METADATA_PATIENCE);
  }

  private Stage swarm(TorrentClient.Scraper scraper) {
    return new SwarmStage(
        catalog, scraper, () -> host.store("swarm-attempts", ATTEMPTS), host.clock());
  }
}
