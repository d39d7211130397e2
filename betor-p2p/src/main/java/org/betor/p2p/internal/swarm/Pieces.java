package org.betor.p2p.internal.swarm;

import java.util.BitSet;
import java.util.List;
import org.betor.api.spi.FilePriority;
import org.betor.p2p.internal.disk.PieceGrid;

/** Which pieces are here, and how much the others are wanted. Used on the loop's thread only. */
public final class Pieces {
  private final PieceGrid grid;
  private final BitSet here = new BitSet();

  /** Those that are wanted and not here. */
  private final BitSet missing = new BitSet();

  /** The highest of a piece's files: 0 for none that is wanted, up to 3. */
  private final byte[] priorities;

  private final Deadlines deadlines;
  private final long[] verifiedOfFiles;
  private long wantedBytes;
  private long verifiedBytes;

  /** Nothing is here, all is wanted. */
  public Pieces(PieceGrid grid) {
    this.grid = grid;
    this.deadlines = new Deadlines(grid, missing);
    this.priorities = new byte[grid.pieces()];
    this.verifiedOfFiles = new long[grid.files().size()];
    prioritise(grid.files().stream().map(file -> FilePriority.NORMAL).toList());
  }

  /** Where pieces lie. */
  public PieceGrid grid() {
    return grid;
  }

  /** Which pieces are needed soonest. */
  public Deadlines deadlines() {
    return deadlines;
  }

  /** How much each file is wanted from now on. */
  public void prioritise(List<FilePriority> files) {
    for (int piece = 0; piece < priorities.length; piece++) {
      priorities[piece] = 0;
      for (int file : grid.filesOf(piece)) {
        priorities[piece] = (byte) Math.max(priorities[piece], rank(files.get(file)));
      }
    }
    countAgain();
  }

  private static int rank(FilePriority priority) {
    return switch (priority) {
      case SKIP -> 0;
      case LOW -> 1;
      case NORMAL -> 2;
      case HIGH -> 3;
    };
  }

  private void countAgain() {
    wantedBytes = 0;
    verifiedBytes = 0;
    missing.clear();
    for (int piece = 0; piece < priorities.length; piece++) {
      if (priorities[piece] > 0) {
        wantedBytes += grid.length(piece);
        verifiedBytes += here.get(piece) ? grid.length(piece) : 0;
        missing.set(piece, !here.get(piece));
      }
    }
  }

  /** How much a piece is wanted: 0 for not at all, up to 3. */
  int priority(int piece) {
    return priorities[piece];
  }

  /** Whether a piece is here, verified on disk. */
  public boolean has(int piece) {
    return here.get(piece);
  }

  /** Whether a piece is wanted and not here. */
  boolean isMissing(int piece) {
    return missing.get(piece);
  }

  /** How many of these pieces are wanted and not here. */
  int countMissing(BitSet of) {
    BitSet both = (BitSet) missing.clone();
    both.and(of);
    return both.cardinality();
  }

  /** The pieces that are here; a copy. */
  public BitSet here() {
    return (BitSet) here.clone();
  }

  /** How many pieces are here. */
  public int count() {
    return here.cardinality();
  }

  /** A piece is on disk and verified. */
  public void gained(int piece) {
    if (!here.get(piece)) {
      here.set(piece);
      book(piece, 1);
    }
  }

  /** A piece is not on disk any more. */
  public void lost(int piece) {
    if (here.get(piece)) {
      here.clear(piece);
      book(piece, -1);
    }
  }

  private void book(int piece, int sign) {
    for (int file : grid.filesOf(piece)) {
      verifiedOfFiles[file] += sign * grid.share(piece, grid.files().get(file));
    }
    if (priorities[piece] > 0) {
      verifiedBytes += (long) sign * grid.length(piece);
      missing.set(piece, sign < 0);
    }
  }

  /** The size of all wanted pieces. */
  public long wantedBytes() {
    return wantedBytes;
  }

  /** How much of the wanted pieces is here. */
  public long verifiedBytes() {
    return verifiedBytes;
  }

  /** How much of a file is here. */
  public long verifiedBytes(int file) {
    return verifiedOfFiles[file];
  }

  /** Whether all that is wanted is here. */
  public boolean isFinished() {
    return missing.isEmpty();
  }

  /** Whether everything is here, wanted or not. */
  public boolean isComplete() {
    return here.cardinality() == priorities.length;
  }
}
