package org.betor.testkit.bad;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState;

/** Torrents with one fault each. */
public final class BadTorrents {
  private BadTorrents() {}

  /** It cannot tell removing from deleting. */
  public static final class DeletesWhatIsRemoved extends BadTorrent {
    private final Torrent good;

    /** On top of a good one. */
    public DeletesWhatIsRemoved(Torrent good) {
      super(good);
      this.good = good;
    }

    @Override
    public void remove() {
      good.removeWithFiles();
    }
  }

  /** Nor deleting from removing. */
  public static final class LeavesFilesBehind extends BadTorrent {
    private final Torrent good;

    /** On top of a good one. */
    public LeavesFilesBehind(Torrent good) {
      super(good);
      this.good = good;
    }

    @Override
    public void removeWithFiles() {
      good.remove();
    }
  }

  /** It counts what it asked for as if it had come. */
  public static final class FinishesTooEarly extends BadTorrent {
    /** On top of a good one. */
    public FinishesTooEarly(Torrent good) {
      super(good);
    }

    @Override
    public TorrentSnapshot await(Predicate<TorrentSnapshot> until, Duration patience)
        throws InterruptedException, TimeoutException {
      return super.await(now -> until.test(now) || until.test(finished()), patience);
    }

    private static TorrentSnapshot finished() {
      return TorrentSnapshot.builder(new TorrentState.Seeding()).files(List.of()).build();
    }
  }

  /** Its watches have no end. */
  public static final class WatchesForEver extends BadTorrent {
    /** On top of a good one. */
    public WatchesForEver(Torrent good) {
      super(good);
    }

    @Override
    public Watch watch(Duration every, Consumer<TorrentSnapshot> listener) {
      super.watch(every, listener);
      return () -> {};
    }
  }

  /** It forgives listeners. */
  public static final class CallsFaultyListenersAgain extends BadTorrent {
    /** On top of a good one. */
    public CallsFaultyListenersAgain(Torrent good) {
      super(good);
    }

    @Override
    public Watch watch(Duration every, Consumer<TorrentSnapshot> listener) {
      return super.watch(every, snapshot -> tell(listener, snapshot));
    }

    private static void tell(Consumer<TorrentSnapshot> listener, TorrentSnapshot snapshot) {
      try {
        listener.accept(snapshot);
      } catch (IllegalStateException forgiven) {
        return;
      }
    }
  }

  /** It downloads more than was chosen. */
  public static final class ChoosesEverything extends BadTorrent {
    /** On top of a good one. */
    public ChoosesEverything(Torrent good) {
      super(good);
    }

    @Override
    public void choose(Set<Integer> files) {
      super.choose(Set.of(0, 1, 2));
    }
  }

  /** It takes an interrupt for the end of patience. */
  public static final class SwallowsInterrupts extends BadTorrent {
    /** On top of a good one. */
    public SwallowsInterrupts(Torrent good) {
      super(good);
    }

    @Override
    public TorrentSnapshot await(Predicate<TorrentSnapshot> until, Duration patience)
        throws InterruptedException, TimeoutException {
      try {
        return super.await(until, patience);
      } catch (InterruptedException swallowed) {
        throw new TimeoutException("out of patience");
      }
    }
  }

  /** A player would take a slow film for a short one. */
  public static final class EndsWhereItsPatienceEnds extends BadTorrent
      implements Torrent.Streamable {
    private final Torrent.Streamable good;

    /** On top of a good one. */
    public EndsWhereItsPatienceEnds(Torrent good) {
      super(good);
      this.good = (Torrent.Streamable) good;
    }

    @Override
    public SeekableByteChannel open(int file, Duration patience) throws IOException {
      return new BadReader(good.open(file, patience)) {
        @Override
        public int read(ByteBuffer target) throws IOException {
          try {
            return super.read(target);
          } catch (SocketTimeoutException hidden) {
            return -1;
          }
        }
      };
    }
  }

  /** Its bytes are those of a disk that nobody looked at. */
  public static final class GivesWhateverIsThere extends BadTorrent implements Torrent.Streamable {
    private final Torrent.Streamable good;

    /** On top of a good one. */
    public GivesWhateverIsThere(Torrent good) {
      super(good);
      this.good = (Torrent.Streamable) good;
    }

    @Override
    public SeekableByteChannel open(int file, Duration patience) throws IOException {
      return new BadReader(good.open(file, patience)) {
        @Override
        public int read(ByteBuffer target) throws IOException {
          int start = target.position();
          int count = super.read(target);
          if (count > 0) {
            target.put(start, (byte) ~target.get(start));
          }
          return count;
        }
      };
    }
  }
}
