package org.betor.testkit;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.PieceOrder;
import org.betor.api.spi.SeedingGoal;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState;
import org.betor.api.spi.TorrentState.StopReason;

/** A {@link Share} as applications see it. */
final class ScriptedTorrent implements Torrent.Streamable {
  private final ScriptedClient client;
  private final ScriptedSwarm swarm;
  private final Share share;

  ScriptedTorrent(ScriptedClient client, Share share) {
    this.client = client;
    this.swarm = client.swarm();
    this.share = share;
  }

  @Override
  public InfoHash infoHash() {
    return share.infoHash();
  }

  @Override
  public Optional<Metainfo> metainfo() {
    return swarm.look(share::metainfo);
  }

  @Override
  public TorrentSnapshot snapshot() {
    return swarm.look(() -> share.snapshot(swarm.peers(share)));
  }

  @Override
  public Watch watch(Duration every, Consumer<TorrentSnapshot> listener) {
    checkHere();
    ScheduledFuture<?> telling =
        client
            .clock()
            .scheduleWithFixedDelay(() -> tell(listener), 0, every.toNanos(), TimeUnit.NANOSECONDS);
    return () -> telling.cancel(false);
  }

  /** Throws, which ends the telling, when the torrent is gone. */
  private void tell(Consumer<TorrentSnapshot> listener) {
    checkHere();
    listener.accept(snapshot());
  }

  @Override
  public TorrentSnapshot await(Predicate<TorrentSnapshot> until, Duration patience)
      throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      long changes = swarm.changes();
      TorrentSnapshot snapshot = snapshot();
      if (until.test(snapshot)) {
        return snapshot;
      }
      checkHere();
      checkNotFailed(snapshot);
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new TimeoutException("after " + patience + " it stood so: " + snapshot);
      }
      swarm.awaitChange(changes, left);
    }
  }

  @Override
  public void choose(Set<Integer> files) {
    change(() -> share.wishes().choose(files));
  }

  @Override
  public void prioritise(int file, FilePriority priority) {
    change(() -> share.wishes().prioritise(file, priority));
  }

  @Override
  public void order(PieceOrder order) {
    checkHere();
  }

  @Override
  public void limit(TorrentClient.Rates rates) {
    checkHere();
  }

  @Override
  public void goal(SeedingGoal goal) {
    change(() -> share.goal(goal));
  }

  @Override
  public void pause() {
    change(() -> share.stop(StopReason.PAUSED));
  }

  @Override
  public void resume() {
    change(share::resume);
  }

  @Override
  public void recheck() {
    change(share::recheck);
  }

  @Override
  public void remove() {
    change(() -> client.remove(this, share));
  }

  @Override
  public void removeWithFiles() {
    change(
        () -> {
          client.remove(this, share);
          share.deleteFiles();
        });
  }

  @Override
  public SeekableByteChannel open(int file, Duration patience) throws IOException {
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience must be positive, got " + patience);
    }
    checkReadable();
    Pieces pieces =
        swarm
            .look(share::pieces)
            .orElseThrow(() -> new IOException(infoHash() + " has no metadata yet"));
    List<ContentFile> files = pieces.metainfo().files();
    ContentFile wanted = files.get(Objects.checkIndex(file, files.size()));
    if (!swarm.look(() -> share.wishes().wants(file))) {
      prioritise(file, FilePriority.NORMAL);
    }
    ScriptedReader reader = new ScriptedReader(this, swarm, pieces, wanted, patience);
    reader.moveOn();
    return reader;
  }

  /** Refuses to read what failed or is gone. */
  void checkReadable() throws IOException {
    try {
      checkHere();
      checkNotFailed(snapshot());
    } catch (TorrentException gone) {
      throw new IOException("%s: %s".formatted(infoHash(), gone.getMessage()), gone);
    }
  }

  private void change(Runnable change) {
    swarm.change(
        () -> {
          checkHere();
          change.run();
          return this;
        });
  }

  private void checkHere() {
    client.checkOpen();
    if (!swarm.look(() -> client.has(this))) {
      throw new TorrentException(
          TorrentException.Reason.REMOVED, infoHash() + " was removed: add it again");
    }
  }

  private static void checkNotFailed(TorrentSnapshot snapshot) {
    if (snapshot.state() instanceof TorrentState.Failed failed) {
      throw new TorrentException(failed.reason(), failed.message());
    }
  }
}
