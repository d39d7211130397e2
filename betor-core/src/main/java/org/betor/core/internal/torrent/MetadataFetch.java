package org.betor.core.internal.torrent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Store;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.api.spi.TorrentState;
import org.betor.api.spi.TorrentState.StopReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the metadata of torrents by adding them to a client and taking them away again. Which
 * were added is kept in a store meanwhile, so that after a crash they are not taken for somebody
 * else's. Safe for use by several threads, one for each torrent.
 */
public final class MetadataFetch {
  private static final byte[] MARK = {1};

  private final TorrentClient client;
  private final Path folder;
  private final Supplier<Store> store;
  private final Duration patience;

  /**
   * Does nothing yet.
   *
   * @param folder where the client may put what it likes, and nobody else does
   * @param store asked for when needed
   * @param patience how long the peers of one torrent may take
   */
  public MetadataFetch(
      TorrentClient client, Path folder, Supplier<Store> store, Duration patience) {
    this.client = client;
    this.folder = folder;
    this.store = store;
    this.patience = patience;
  }

  /** The torrent that is in the client, and was not added here. */
  Optional<Torrent> findOthers(InfoHash infoHash) {
    return client.find(infoHash).filter(torrent -> store.get().get(infoHash.hex()).isEmpty());
  }

  /**
   * What a torrent holds; empty if its peers did not tell in time.
   *
   * @throws TorrentException if the client cannot tell
   */
  Optional<Metainfo> fetch(InfoHash infoHash, MagnetLink link) throws InterruptedException {
    store.get().put(infoHash.hex(), MARK);
    try {
      return fetch(client.add(TorrentSource.of(link), metadataOnly(infoHash)));
    } finally {
      store.get().remove(infoHash.hex());
    }
  }

  private AddOptions metadataOnly(InfoHash infoHash) {
    return AddOptions.builder(folder.resolve(infoHash.hex()))
        .start(AddOptions.Start.METADATA_ONLY)
        .build();
  }

  private Optional<Metainfo> fetch(Torrent torrent) throws InterruptedException {
    try {
      torrent.await(TorrentSnapshot::hasMetadata, patience);
      return torrent.metainfo();
    } catch (TimeoutException nobodyTold) {
      return Optional.empty();
    } finally {
      takeAway(torrent);
    }
  }

  private static void takeAway(Torrent torrent) {
    try {
      if (!isWanted(torrent.snapshot().state())) {
        torrent.removeWithFiles();
      }
    } catch (TorrentException gone) {
      Logger log = LoggerFactory.getLogger(MetadataFetch.class); // loads slowly, seldom needed
      log.debug("{} is not in the client any more", torrent.infoHash(), gone);
    }
  }

  /** Whether somebody has resumed it, or stopped it otherwise: then it is not ours any more. */
  private static boolean isWanted(TorrentState state) {
    return state instanceof TorrentState.Downloading
        || state instanceof TorrentState.Seeding
        || (state instanceof TorrentState.Stopped stopped
            && stopped.reason() != StopReason.METADATA_ONLY);
  }
}
