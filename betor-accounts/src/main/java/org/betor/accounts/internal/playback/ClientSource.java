package org.betor.accounts.internal.playback;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.betor.accounts.StreamSource;
import org.betor.accounts.TorrentServer;
import org.betor.accounts.TorrentServer.Served;
import org.betor.api.model.Episodes;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Release;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentClient.Ability;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.jspecify.annotations.Nullable;

/**
 * Plays the main files of torrents, or episodes, while they download. Only what is watched is
 * wanted; a torrent stays in the client when nobody watches it any more, and shares what it has.
 */
public final class ClientSource implements StreamSource {
  private final TorrentClient client;
  private final Path folder;
  private final @Nullable TorrentServer server;
  private final Map<InfoHash, Lease> leases = new HashMap<>();

  /**
   * Torrents that are not in the client yet go into the folder.
   *
   * @param server null if files are only read
   */
  public ClientSource(TorrentClient client, Path folder, @Nullable TorrentServer server) {
    if (!client.abilities().contains(Ability.STREAM)) {
      throw new IllegalArgumentException("this client cannot stream: give another");
    }
    this.client = client;
    this.folder = folder;
    this.server = server;
  }

  @Override
  public boolean plays(Release release) {
    return link(release).isPresent();
  }

  private static Optional<MagnetLink> link(Release release) {
    return release.magnet().filter(link -> link.infoHash().isPresent());
  }

  @Override
  public Opened start(Release release, Duration patience)
      throws IOException, TimeoutException, InterruptedException {
    return start(release, Episodes.NONE, patience);
  }

  @Override
  public Opened start(Release release, Episodes episode, Duration patience)
      throws IOException, TimeoutException, InterruptedException {
    Lease lease = take(link(release).orElseThrow());
    boolean begun = false;
    try {
      lease.torrent().await(TorrentSnapshot::hasMetadata, patience);
      int file = EpisodeFile.of(lease.torrent().metainfo().orElseThrow(), episode);
      Playing playing = play(lease, file, patience);
      begun = true;
      return playing;
    } finally {
      if (!begun) {
        giveBack(lease);
      }
    }
  }

  private Playing play(Lease lease, int file, Duration patience) throws IOException {
    boolean begun = false;
    lease.prepare(file);
    try {
      readFirstByte(lease.torrent(), file, patience);
      Playing playing = new Playing(lease, file, served(lease.torrent(), file));
      lease.began();
      begun = true;
      return playing;
    } finally {
      if (!begun) {
        lease.leave(file);
      }
    }
  }

  private static void readFirstByte(Torrent.Streamable torrent, int file, Duration patience)
      throws IOException {
    try (SeekableByteChannel channel = torrent.open(file, patience)) {
      if (channel.read(ByteBuffer.allocate(1)) < 1) {
        throw new IOException("what would be watched of %s is empty".formatted(torrent.infoHash()));
      }
    }
  }

  private Optional<Served> served(Torrent.Streamable torrent, int file) throws IOException {
    return server == null ? Optional.empty() : Optional.of(server.serve(torrent, file));
  }

  private synchronized Lease take(MagnetLink link) {
    InfoHash infoHash = link.infoHash().orElseThrow();
    boolean there = client.find(infoHash).isPresent();
    Lease lease =
        leases.compute(infoHash, (hash, old) -> old != null && there ? old : lease(link, !there));
    lease.take();
    return lease;
  }

  private Lease lease(MagnetLink link, boolean ours) {
    AddOptions nothingYet = AddOptions.builder(folder).files(Set.of()).build();
    Torrent torrent = client.add(TorrentSource.of(link), nothingYet);
    return new Lease((Torrent.Streamable) torrent, ours);
  }

  private synchronized void giveBack(Lease lease) {
    if (lease.giveBack()) {
      leases.remove(lease.torrent().infoHash(), lease);
    }
  }

  private final class Playing implements Opened {
    private final Lease lease;
    private final int file;
    private final Optional<Served> served;
    private final AtomicBoolean closed = new AtomicBoolean();

    Playing(Lease lease, int file, Optional<Served> served) {
      this.lease = lease;
      this.file = file;
      this.served = served;
    }

    @Override
    public SeekableByteChannel open() throws IOException {
      return lease.torrent().open(file);
    }

    @Override
    public Optional<URI> address() {
      return served.map(Served::address);
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        try {
          served.ifPresent(playing -> playing.end().run());
        } finally {
          lease.leave(file);
          giveBack(lease);
        }
      }
    }
  }
}
