package org.betor.p2p.internal.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.betor.api.metainfo.ContentFile;
import org.betor.p2p.internal.disk.PieceGrid;
import org.betor.p2p.internal.disk.Stamp;
import org.betor.p2p.internal.disk.Storage;

/**
 * Finds out which pieces are on disk: those of files that did not change since their stamps were
 * taken are believed, of the others each is compared with its hash. Works in short steps on the
 * disk's threads.
 */
final class DiskCheck {
  private static final long STEP_BYTES = 16 << 20;

  private final Storage storage;
  private final PieceGrid grid;
  private final Disk disk;
  private final BitSet believed;
  private final List<Stamp> stamps;
  private final List<Stamp> found = new ArrayList<>();
  private volatile boolean cancelled;

  /**
   * A check that has not begun.
   *
   * @param known of the files until now; without stamps everything is compared with its hash
   */
  DiskCheck(Storage storage, PieceGrid grid, Disk disk, Known known) {
    this.storage = storage;
    this.grid = grid;
    this.disk = disk;
    this.believed = (BitSet) known.pieces().clone();
    this.stamps = known.stamps();
  }

  /** Begins; {@code done} gets the pieces that are there, on a thread of the disk. */
  void start(Consumer<BitSet> done, Consumer<IOException> failed) {
    disk.onDisk(
        () -> {
          storage.release();
          step(doubtful(), 0, done, failed);
        },
        failed);
  }

  /** How the files were before they were read; for those who were told that it is done. */
  List<Stamp> found() {
    return found;
  }

  void cancel() {
    cancelled = true;
  }

  /** The pieces to be compared with their hashes; they are believed no more. */
  private BitSet doubtful() throws IOException {
    BitSet doubtful = new BitSet();
    BitSet absent = new BitSet();
    for (int file = 0; file < grid.files().size(); file++) {
      ContentFile content = grid.files().get(file);
      Stamp now = content.sizeBytes() > 0 ? storage.stamp(file) : Stamp.ABSENT;
      found.add(now);
      boolean same = now.isThere() && file < stamps.size() && stamps.get(file).equals(now);
      if (content.sizeBytes() > 0 && !same) {
        (now.isThere() ? doubtful : absent)
            .set(grid.firstPiece(content), grid.lastPiece(content) + 1);
      }
    }
    believed.andNot(doubtful);
    believed.andNot(absent);
    doubtful.andNot(absent);
    return doubtful;
  }

  private void step(BitSet doubtful, int from, Consumer<BitSet> done, Consumer<IOException> failed)
      throws IOException {
    long bytes = 0;
    int piece = doubtful.nextSetBit(from);
    for (; piece >= 0 && bytes < STEP_BYTES; piece = doubtful.nextSetBit(piece + 1)) {
      believed.set(piece, storage.verify(piece));
      bytes += grid.length(piece);
    }
    if (cancelled) {
      return;
    }
    if (piece < 0) {
      done.accept(believed);
      return;
    }
    int next = piece;
    disk.onDisk(() -> step(doubtful, next, done, failed), failed);
  }

  /** Does work on the threads of the disk. */
  @FunctionalInterface
  interface Disk {

    /** Does it some time; {@code failed} gets what went wrong, on the loop's thread. */
    void onDisk(DiskWork work, Consumer<IOException> failed);
  }

  /** Something that blocks on the disk. */
  @FunctionalInterface
  interface DiskWork {
    void run() throws IOException;
  }
}
