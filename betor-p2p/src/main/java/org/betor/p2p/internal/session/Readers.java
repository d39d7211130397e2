package org.betor.p2p.internal.session;

import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.BitSet;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentState;
import org.betor.p2p.internal.disk.Storage;
import org.betor.p2p.internal.stream.Arrivals;
import org.betor.p2p.internal.stream.Course;
import org.betor.p2p.internal.stream.StreamedFile;
import org.betor.p2p.internal.swarm.Deadlines;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who read a torrent's files while it downloads. Used on the loop's thread only. */
final class Readers {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

  /** Longer than anybody waits, and yet a number of nanoseconds that can be added to. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final Client client;
  private final Runnable hurry;
  private final Arrivals arrivals;
  private volatile @Nullable Content content;

  Readers(Client client, InfoHash torrent, Runnable hurry) {
    this.client = client;
    this.hurry = hurry;
    this.arrivals = new Arrivals("torrent " + torrent.hex(), this::check);
  }

  /** For every thread. */
  Arrivals arrivals() {
    return arrivals;
  }

  /** The torrent stands so from now on. */
  void entered(TorrentState state) {
    arrivals.trouble(
        state instanceof TorrentState.Failed failed
            ? new TorrentException(failed.reason(), failed.message())
            : null);
  }

  /** What the torrent holds is known, and what should be here of it. */
  void learned(Content known, BitSet remembered) {
    content = known;
    arrivals.remembered(remembered);
  }

  /** On a reader's thread. */
  private void check(int piece, int asOf) {
    Storage storage = Objects.requireNonNull(content, "what is read is known").storage();
    client.onDisk(
        () -> {
          storage.release();
          arrivals.checked(piece, storage.verify(piece), asOf);
        },
        cause -> LOG.warn("Piece {} is not read: {}", piece, cause.getMessage()));
  }

  /** Reads a file from its start, and fetches it from there. */
  SeekableByteChannel open(int index, Duration patience) {
    Content known = Objects.requireNonNull(content, "what is read is known");
    ContentFile file = known.grid().files().get(index);
    Place place = new Place(known.pieces().deadlines().open(file));
    hurry.run();
    return new StreamedFile(
        arrivals,
        known.grid(),
        file,
        known.storage().path(index),
        patience.compareTo(FOR_EVER) < 0 ? patience : FOR_EVER,
        place);
  }

  /** Where somebody reads; what several threads say is heard on the loop's. */
  private final class Place implements Course {
    private final Deadlines.Window window;
    private final AtomicBoolean moving = new AtomicBoolean();
    private volatile int piece;

    Place(Deadlines.Window window) {
      this.window = window;
    }

    @Override
    public void at(int next) {
      piece = next;
      if (moving.compareAndSet(false, true)) {
        client.loop().execute(this::move);
      }
    }

    private void move() {
      moving.set(false);
      if (window.move(piece)) {
        hurry.run();
      }
    }

    @Override
    public void end() {
      client.loop().execute(window::close);
    }
  }
}
