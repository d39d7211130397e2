package org.betor.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSource;
import org.betor.api.spi.TorrentState.StopReason;

/**
 * A client without a network, naive and readable: a fake for the tests of an application. Its peers
 * are those of a {@link ScriptedSwarm}; its files are real. Rates are unknown to it and trackers
 * are not asked, pieces come in their order, those ahead of readers first, and time stands still: a
 * goal of seeding for a time is reached at once if that is zero, and else never.
 */
public final class ScriptedClient implements TorrentClient {
  private final ScriptedSwarm swarm;
  private final Path directory;
  private final List<Share> kept;
  private final List<ScriptedTorrent> torrents = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Tells those who watch; has no thread before somebody does. */
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "scripted-client");
            thread.setDaemon(true);
            return thread;
          });

  ScriptedClient(ScriptedSwarm swarm, Path directory, List<Share> kept) {
    this.swarm = swarm;
    this.directory = directory;
    this.kept = kept;
    kept.forEach(share -> torrents.add(new ScriptedTorrent(this, share)));
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.of(Ability.SEED, Ability.STREAM);
  }

  @Override
  public Torrent.Streamable add(TorrentSource source, AddOptions options) {
    return swarm.change(
        () -> {
          checkOpen();
          InfoHash infoHash = infoHash(source);
          return torrents.stream()
              .filter(torrent -> torrent.infoHash().equals(infoHash))
              .findFirst()
              .orElseGet(() -> added(shareOf(source, infoHash, options)));
        });
  }

  @Override
  public Torrent.Streamable seed(Path content, SeedOptions options)
      throws IOException, InterruptedException {
    checkOpen();
    Path whole = content.toAbsolutePath().normalize();
    Metainfo metainfo = TorrentMaker.make(whole, options);
    Path folder = Objects.requireNonNull(whole.getParent(), "what has a name is in a folder");
    AddOptions where = AddOptions.builder(folder).goal(options.goal()).build();
    return add(TorrentSource.of(metainfo), where);
  }

  @Override
  public List<Torrent> torrents() {
    return swarm.look(() -> List.copyOf(torrents));
  }

  @Override
  public void limit(Rates rates) {
    checkOpen();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      clock.shutdownNow();
      swarm.close(directory);
    }
  }

  ScriptedSwarm swarm() {
    return swarm;
  }

  ScheduledExecutorService clock() {
    return clock;
  }

  boolean isClosed() {
    return closed.get();
  }

  void checkOpen() {
    if (isClosed()) {
      throw new TorrentException(
          TorrentException.Reason.CLOSED,
          "the client of " + directory + " is closed: open another");
    }
  }

  /** Whether this torrent is still here. */
  boolean has(ScriptedTorrent torrent) {
    return torrents.contains(torrent);
  }

  void remove(ScriptedTorrent torrent, Share share) {
    torrents.remove(torrent);
    kept.remove(share);
  }

  private ScriptedTorrent added(Share share) {
    ScriptedTorrent torrent = new ScriptedTorrent(this, share);
    kept.add(share);
    torrents.add(torrent);
    return torrent;
  }

  private static Share shareOf(TorrentSource source, InfoHash infoHash, AddOptions options) {
    String name = link(source).name().orElse(infoHash.hex());
    Share share = new Share(infoHash, name, options.folder(), options.goal());
    options.files().ifPresent(share.wishes()::choose);
    switch (options.start()) {
      case AT_ONCE -> {}
      case PAUSED -> share.stop(StopReason.PAUSED);
      case METADATA_ONLY -> share.stopAtMetadata();
    }
    if (source instanceof TorrentSource.Known known) {
      share.learn(known.metainfo());
    }
    return share;
  }

  private static InfoHash infoHash(TorrentSource source) {
    return link(source)
        .infoHash()
        .orElseThrow(
            () ->
                new TorrentException(
                    TorrentException.Reason.UNSUPPORTED,
                    "version 2 alone is not known here: " + link(source)));
  }

  private static MagnetLink link(TorrentSource source) {
    return source instanceof TorrentSource.Known known
        ? known.metainfo().magnet()
        : ((TorrentSource.Magnet) source).link();
  }
}
