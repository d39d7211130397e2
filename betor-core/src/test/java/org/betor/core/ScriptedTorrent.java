package org.betor.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.PieceOrder;
import org.betor.api.spi.SeedingGoal;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState;

/** A torrent in {@link ScriptedTorrents}. */
public final class ScriptedTorrent implements Torrent {
  private final ScriptedTorrents client;
  private final InfoHash infoHash;
  private volatile TorrentState state = new TorrentState.FetchingMetadata();

  ScriptedTorrent(ScriptedTorrents client, InfoHash infoHash) {
    this.client = client;
    this.infoHash = infoHash;
  }

  @Override
  public InfoHash infoHash() {
    return infoHash;
  }

  @Override
  public Optional<Metainfo> metainfo() {
    return Optional.ofNullable(client.told.get(infoHash));
  }

  @Override
  public TorrentSnapshot snapshot() {
    TorrentSnapshot.Builder snapshot = TorrentSnapshot.builder(state);
    metainfo().ifPresent(here -> snapshot.files(List.of()));
    return snapshot.build();
  }

  @Override
  public TorrentSnapshot await(Predicate<TorrentSnapshot> until, Duration patience)
      throws InterruptedException, TimeoutException {
    client.atAwait.run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!until.test(snapshot())) {
      throw new TimeoutException();
    }
    return snapshot();
  }

  @Override
  public void resume() {
    state = new TorrentState.Downloading();
  }

  @Override
  public void remove() {
    client.remove(infoHash);
  }

  @Override
  public void removeWithFiles() {
    client.remove(infoHash);
  }

  @Override
  public Watch watch(Duration every, Consumer<TorrentSnapshot> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void choose(Set<Integer> files) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void prioritise(int file, FilePriority priority) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void order(PieceOrder order) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void limit(TorrentClient.Rates rates) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void goal(SeedingGoal goal) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void pause() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void recheck() {
    throw new UnsupportedOperationException();
  }
}
