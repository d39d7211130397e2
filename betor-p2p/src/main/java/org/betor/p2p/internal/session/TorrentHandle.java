package org.betor.p2p.internal.session;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.PieceOrder;
import org.betor.api.spi.SeedingGoal;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A torrent as an application sees it: what it says is done before the call returns.
 *
 * <p>What is fetched before all else for a reader are the 16 MiB ahead of it, or four pieces if
 * those are more; behind the first 2 MiB of that, or two pieces, come the file's first piece and
 * its last MiB, where films have their index. What a reader left behind by a seek is not asked for
 * any more. A torrent that stands still fetches nothing for its readers either.
 */
final class TorrentHandle implements Torrent.Streamable {
  private final Client client;
  private final TorrentSession session;

  TorrentHandle(Client client, TorrentSession session) {
    this.client = client;
    this.session = session;
  }

  @Override
  public InfoHash infoHash() {
    return session.infoHash();
  }

  @Override
  public Optional<Metainfo> metainfo() {
    return session.metainfo();
  }

  @Override
  public TorrentSnapshot snapshot() {
    return session.bulletin().latest();
  }

  @Override
  public Watch watch(Duration every, Consumer<TorrentSnapshot> listener) {
    return client.call(() -> Watching.begin(client, session.bulletin(), every, listener));
  }

  @Override
  public TorrentSnapshot await(Predicate<TorrentSnapshot> until, Duration patience)
      throws InterruptedException, TimeoutException {
    return session.bulletin().await(until, patience);
  }

  @Override
  public void choose(Set<Integer> files) {
    change(intent -> intent.with(intent.wishes().only(files)));
  }

  @Override
  public void prioritise(int file, FilePriority priority) {
    if (file < 0) {
      throw new IllegalArgumentException("files are counted from 0, got " + file);
    }
    change(intent -> intent.with(intent.wishes().with(file, priority)));
  }

  @Override
  public void order(PieceOrder order) {
    change(intent -> intent.with(order));
  }

  @Override
  public void limit(Rates rates) {
    change(intent -> intent.with(rates));
  }

  @Override
  public void goal(SeedingGoal goal) {
    change(intent -> intent.with(goal));
  }

  private void change(UnaryOperator<Intent> change) {
    tell(() -> session.change(change.apply(session.intent())));
  }

  @Override
  public void pause() {
    tell(session::pause);
  }

  @Override
  public void resume() {
    tell(session::resume);
  }

  @Override
  public void recheck() {
    tell(session::recheck);
  }

  @Override
  public void remove() {
    tell(() -> client.remove(session, false));
  }

  @Override
  public void removeWithFiles() {
    tell(() -> client.remove(session, true));
  }

  @Override
  public SeekableByteChannel open(int file, Duration patience) throws IOException {
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience must be positive, got " + patience);
    }
    Metainfo known =
        metainfo()
            .orElseThrow(
                () -> new IOException(infoHash() + " has no metadata yet: wait for that first"));
    Objects.checkIndex(file, known.files().size());
    try {
      return ask(
          () -> {
            want(file);
            return session.readers().open(file, patience);
          });
    } catch (TorrentException e) {
      throw new IOException("%s: %s".formatted(infoHash(), e.getMessage()), e);
    }
  }

  private void want(int file) {
    Intent intent = session.intent();
    FileWishes wishes = intent.wishes().wanting(file);
    if (!wishes.equals(intent.wishes())) {
      session.change(intent.with(wishes));
    }
  }

  private void tell(Runnable what) {
    ask(
        () -> {
          what.run();
          return true;
        });
  }

  private <T> T ask(Supplier<T> what) {
    return client.call(
        () -> {
          @Nullable TorrentException over = session.bulletin().over();
          if (over != null) {
            throw new TorrentException(over.reason(), String.valueOf(over.getMessage()));
          }
          return what.get();
        });
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TorrentHandle handle && handle.session == session;
  }

  @Override
  public int hashCode() {
    return session.hashCode();
  }

  @Override
  public String toString() {
    return snapshot().toString();
  }
}
