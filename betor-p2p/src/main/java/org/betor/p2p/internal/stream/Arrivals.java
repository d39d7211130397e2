package org.betor.p2p.internal.stream;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.Channel;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.betor.api.spi.TorrentException;
import org.jspecify.annotations.Nullable;

/**
 * Which pieces of a torrent may be read, and the readers that wait for others. Safe for several
 * threads.
 */
public final class Arrivals {
  private final String torrent;
  private final Check check;

  /** On disk and verified. */
  private final BitSet here = new BitSet();

  /** Said to be on disk, but not compared with their hashes since the last doubt. */
  private final BitSet doubtful = new BitSet();

  private @Nullable TorrentException trouble;
  private boolean over;
  private volatile int edition;

  /**
   * Nothing is here.
   *
   * @param torrent names it in messages
   * @param check is called when somebody waits for a doubtful piece
   */
  public Arrivals(String torrent, Check check) {
    this.torrent = torrent;
    this.check = check;
  }

  /** Grows whenever what was here may not be here any more. */
  int edition() {
    return edition;
  }

  // What becomes of the torrent.

  /** These pieces should be on disk. */
  public synchronized void remembered(BitSet pieces) {
    doubtful.or(pieces);
  }

  /** Pieces that are here may have changed. */
  public synchronized void doubt() {
    doubtful.or(here);
    here.clear();
    edition++;
  }

  /** All was compared: these pieces are here, and no others. */
  public synchronized void found(BitSet pieces) {
    doubt();
    doubtful.clear();
    here.or(pieces);
    notifyAll();
  }

  /** A piece is here from now on. */
  public synchronized void gained(int piece) {
    here.set(piece);
    doubtful.clear(piece);
    notifyAll();
  }

  /** A doubtful piece was compared; what was so at an earlier edition is as doubtful as before. */
  public synchronized void checked(int piece, boolean right, int asOf) {
    if (asOf != edition) {
      doubtful.set(piece, !here.get(piece));
      notifyAll();
    } else if (right) {
      gained(piece);
    }
  }

  /** Nothing can be read, for this reason; null to go on. */
  public synchronized void trouble(@Nullable TorrentException reason) {
    if (!over) {
      trouble = reason;
      edition += reason == null ? 0 : 1;
      notifyAll();
    }
  }

  /** Nothing will be read any more, for this reason. */
  public synchronized void end(TorrentException reason) {
    trouble(reason);
    over = true;
  }

  // What readers ask.

  /** Whether all of these pieces are here. */
  synchronized boolean areHere(int first, int last) {
    return here.nextClearBit(first) > last;
  }

  /** A reader was closed, and waits no more. */
  synchronized void closed() {
    notifyAll();
  }

  /**
   * Waits for a piece, while the reader is open.
   *
   * @return the first piece behind it that is not here; itself if the reader was closed
   * @throws SocketTimeoutException if the patience is over
   * @throws IOException if nothing can be read, with the reason
   */
  synchronized int await(int piece, Duration patience, Channel reader)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (reader.isOpen()) {
      checkReadable();
      if (here.get(piece)) {
        return here.nextClearBit(piece);
      }
      checkIfDoubtful(piece);
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new SocketTimeoutException(
            "piece %d of %s did not come within %s".formatted(piece, torrent, patience));
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return piece;
  }

  private void checkReadable() throws IOException {
    if (trouble != null) {
      throw new IOException("%s: %s".formatted(torrent, trouble.getMessage()), trouble);
    }
  }

  private void checkIfDoubtful(int piece) {
    if (doubtful.get(piece)) {
      doubtful.clear(piece);
      check.begin(piece, edition);
    }
  }

  /** Compares pieces with their hashes. */
  @FunctionalInterface
  public interface Check {

    /** Begins to compare a piece on disk, on another thread, which tells {@link #checked}. */
    void begin(int piece, int asOf);
  }
}
