package org.betor.p2p.internal.session;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState;
import org.jspecify.annotations.Nullable;

/** The last snapshot of a torrent, and those who wait for another. Safe for several threads. */
final class Bulletin {
  /** Longer than anybody waits, and yet a number of nanoseconds that can be added to. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private TorrentSnapshot latest;
  private long edition;
  private @Nullable TorrentException over;

  Bulletin(TorrentSnapshot first) {
    this.latest = first;
  }

  synchronized TorrentSnapshot latest() {
    return latest;
  }

  synchronized void publish(TorrentSnapshot snapshot) {
    latest = snapshot;
    edition++;
    notifyAll();
  }

  /** Nothing more will be published, for this reason. */
  synchronized void end(TorrentException reason) {
    over = reason;
    edition++;
    notifyAll();
  }

  /** Why nothing more is published; null while there may be more. */
  synchronized @Nullable TorrentException over() {
    return over;
  }

  TorrentSnapshot await(Predicate<TorrentSnapshot> until, Duration patience)
      throws InterruptedException, TimeoutException {
    Duration bounded = patience.compareTo(FOR_EVER) < 0 ? patience : FOR_EVER;
    long deadline = System.nanoTime() + bounded.toNanos();
    while (true) {
      Edition current = current();
      if (until.test(current.snapshot)) {
        return current.snapshot;
      }
      if (current.over != null) {
        throw new TorrentException(
            current.over.reason(), String.valueOf(current.over.getMessage()));
      }
      if (current.snapshot.state() instanceof TorrentState.Failed failed) {
        throw new TorrentException(failed.reason(), failed.message());
      }
      awaitAfter(current.number, deadline, patience);
    }
  }

  private synchronized Edition current() {
    return new Edition(edition, latest, over);
  }

  private synchronized void awaitAfter(long number, long deadline, Duration patience)
      throws InterruptedException, TimeoutException {
    while (edition == number) {
      long millis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
      if (millis <= 0) {
        throw new TimeoutException(
            "within %s it came no further than %s".formatted(patience, latest));
      }
      wait(millis);
    }
  }

  private record Edition(long number, TorrentSnapshot snapshot, @Nullable TorrentException over) {}
}
