package org.betor.testkit.bad;

import java.time.Duration;
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

/** A good torrent to begin with. */
abstract class BadTorrent implements Torrent {
  private final Torrent good;

  BadTorrent(Torrent good) {
    this.good = good;
  }

  @Override
  public InfoHash infoHash() {
    return good.infoHash();
  }

  @Override
  public Optional<Metainfo> metainfo() {
    return good.metainfo();
  }

  @Override
  public TorrentSnapshot snapshot() {
    return good.snapshot();
  }

  @Override
  public Watch watch(Duration every, Consumer<TorrentSnapshot> listener) {
    return good.watch(every, listener);
  }

  @Override
  public TorrentSnapshot await(Predicate<TorrentSnapshot> until, Duration patience)
      throws InterruptedException, TimeoutException {
    return good.await(until, patience);
  }

  @Override
  public void choose(Set<Integer> files) {
    good.choose(files);
  }

  @Override
  public void prioritise(int file, FilePriority priority) {
    good.prioritise(file, priority);
  }

  @Override
  public void order(PieceOrder order) {
    good.order(order);
  }

  @Override
  public void limit(TorrentClient.Rates rates) {
    good.limit(rates);
  }

  @Override
  public void goal(SeedingGoal goal) {
    good.goal(goal);
  }

  @Override
  public void pause() {
    good.pause();
  }

  @Override
  public void resume() {
    good.resume();
  }

  @Override
  public void recheck() {
    good.recheck();
  }

  @Override
  public void remove() {
    good.remove();
  }

  @Override
  public void removeWithFiles() {
    good.removeWithFiles();
  }
}
