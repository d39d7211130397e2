package org.betor.p2p.internal.webseed;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.BitSet;
import org.betor.api.metainfo.Metainfo;
import org.betor.p2p.internal.disk.PieceGrid;

/**
 * A web server that has a torrent's files, and how it did so far. Used on the loop's thread only.
 */
final class WebSeed {
  private static final int MOST_AT_ONCE = 2;
  private static final int MOST_FAILURES = 10;
  private static final int MOST_FILES_GONE = 20;
  private static final Duration FIRST_REST = Duration.ofSeconds(5);
  private static final Duration LONGEST_REST = Duration.ofMinutes(10);
  private static final Duration LONGEST_ASKED_REST = Duration.ofHours(1);
  private static final long FEWEST_RUN_BYTES = 256 << 10;
  private static final long FIRST_RUN_BYTES = 1 << 20;
  private static final long MOST_RUN_BYTES = 4 << 20;
  private static final double RUN_SECONDS = 3;
  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final URI address;
  private final FileAddresses files;
  private final PieceGrid grid;
  private final BitSet gone = new BitSet();
  private int goneInARow;
  private int failures;
  private int fetching;
  private boolean proven;
  private boolean dropped;
  private boolean resting;
  private long restsUntil;
  private long runBytes = FIRST_RUN_BYTES;

  WebSeed(URI address, Metainfo metainfo, PieceGrid grid) {
    this.address = address;
    this.files = new FileAddresses(address, metainfo);
    this.grid = grid;
  }

  FileAddresses files() {
    return files;
  }

  /** How many runs come from it now. */
  int fetching() {
    return fetching;
  }

  /** Whether it may be asked for one run more. */
  boolean isReady(long now) {
    resting = resting && now - restsUntil < 0;
    return !dropped && !resting && fetching < (proven ? MOST_AT_ONCE : 1);
  }

  /** Whether it will never be asked again. */
  boolean isDropped() {
    return dropped;
  }

  /** Whether it may have all files that a piece is of. */
  boolean mayHave(int piece) {
    if (!gone.isEmpty()) {
      for (int file : grid.filesOf(piece)) {
        if (gone.get(file)) {
          return false;
        }
      }
    }
    return true;
  }

  /** How much to ask for at once: what comes in a few seconds. */
  long runBytes() {
    return runBytes;
  }

  void began() {
    fetching++;
  }

  void ended() {
    fetching--;
  }

  /** A run came in whole. */
  void succeeded(long bytes, long nanos) {
    proven = true;
    failures = 0;
    goneInARow = 0;
    double perSecond = bytes * NANOS_PER_SECOND / Math.max(1, nanos);
    runBytes = (long) Math.max(FEWEST_RUN_BYTES, Math.min(MOST_RUN_BYTES, perSecond * RUN_SECONDS));
  }

  /** A run did not come. */
  void failed(IOException cause, long now) {
    if (cause instanceof FileGoneException file) {
      gone.set(file.file());
      dropped |= ++goneInARow > MOST_FILES_GONE || grid.files().size() == 1;
    } else if (cause instanceof UselessSeedException || ++failures >= MOST_FAILURES) {
      dropped = true;
    } else {
      rest(now, cause instanceof BusySeedException busy ? busy.rest() : Duration.ZERO);
    }
  }

  private void rest(long now, Duration asked) {
    Duration usual = FIRST_REST.multipliedBy(1L << (failures - 1));
    Duration rest =
        min(asked.isZero() ? usual : asked, asked.isZero() ? LONGEST_REST : LONGEST_ASKED_REST);
    resting = true;
    restsUntil = now + rest.toNanos();
    runBytes = FEWEST_RUN_BYTES;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Without what may be secret. */
  @Override
  public String toString() {
    return address.getScheme() + "://" + address.getHost();
  }
}
