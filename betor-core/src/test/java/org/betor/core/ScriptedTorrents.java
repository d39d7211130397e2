package org.betor.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.SwarmReport;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSource;

/** A torrent client without peers: tests say what these would tell, and how long they take. */
public final class ScriptedTorrents implements TorrentClient, TorrentClient.Scraper {
  /** What the peers of torrents tell; those of all others tell nothing. */
  public final Map<InfoHash, Metainfo> told = new ConcurrentHashMap<>();

  /** What trackers say of torrents; none answers of all others. */
  public final Map<InfoHash, SwarmReport> counted = new ConcurrentHashMap<>();

  /** Every torrent that was added, in order, also if it is gone. */
  public final List<InfoHash> added = new CopyOnWriteArrayList<>();

  /** The links of these. */
  public final List<MagnetLink> links = new CopyOnWriteArrayList<>();

  /** The torrents whose trackers were asked, in order. */
  public final List<InfoHash> scraped = new CopyOnWriteArrayList<>();

  /** Runs at each torrent that is added. */
  public Runnable atAdd = () -> {};

  /** Runs when a torrent is waited for, which is there by then. */
  public Runnable atAwait = () -> {};

  /** Runs before a torrent is taken away. */
  public Runnable atRemove = () -> {};

  private final Map<InfoHash, ScriptedTorrent> torrents = new ConcurrentHashMap<>();

  /** Without torrents. */
  public ScriptedTorrents() {}

  /** A torrent file of one file of 5 bytes. */
  public static Metainfo file(String name) {
    String info =
        "d6:lengthi5e4:name%d:%s12:piece lengthi16384e6:pieces20:%see"
            .formatted(name.length(), name, "01234567890123456789");
    return Metainfo.read(("d4:info" + info).getBytes(ISO_8859_1));
  }

  /** Holds back whoever waits for a torrent, until the latch opens. */
  public void hold(CountDownLatch until) {
    atAwait =
        () -> {
          try {
            until.await();
          } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
          }
        };
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of(Ability.SCRAPE);
  }

  @Override
  public Torrent add(TorrentSource source, AddOptions options) {
    MagnetLink link = ((TorrentSource.Magnet) source).link();
    InfoHash infoHash = link.infoHash().orElseThrow();
    links.add(link);
    added.add(infoHash);
    atAdd.run();
    return torrents.computeIfAbsent(infoHash, hash -> new ScriptedTorrent(this, hash));
  }

  /** The torrent with that info-hash, which must be there. */
  public ScriptedTorrent get(InfoHash infoHash) {
    return (ScriptedTorrent) find(infoHash).orElseThrow();
  }

  void remove(InfoHash infoHash) {
    atRemove.run();
    torrents.remove(infoHash);
  }

  @Override
  public SwarmReport scrape(MagnetLink link, Duration patience) {
    InfoHash infoHash = link.infoHash().orElseThrow();
    scraped.add(infoHash);
    return counted.getOrDefault(
        infoHash,
        new SwarmReport(List.of(new SwarmReport.Failed(link.trackers().get(0), "no answer"))));
  }

  @Override
  public List<Torrent> torrents() {
    return List.copyOf(torrents.values());
  }

  @Override
  public Torrent seed(Path content, SeedOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void limit(Rates rates) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
