package org.betor.p2p.internal.swarm;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.betor.api.metainfo.ContentFile;
import org.betor.p2p.internal.disk.PieceGrid;

/**
 * Says which pieces are needed soonest, since somebody reads there: those just ahead of each
 * reader, in turn, so that equally near ones come one after another. Used on the loop's thread
 * only.
 *
 * <p>The window ahead of a reader is a second of the fattest films that there are, and many seconds
 * of usual ones. What of it is on its way is bounded by {@link Room}, as everything is.
 */
public final class Deadlines {
  private static final int WINDOW_BYTES = 16 << 20;
  private static final int FEWEST_PIECES = 4;

  /** Of tiny pieces, fewer are much already. */
  private static final int MOST_PIECES = 1_024;

  /** What a reader is about to wait for. */
  private static final int PRESSING_BYTES = 2 << 20;

  private static final int FEWEST_PRESSING_PIECES = 2;

  /** At its end a film may have its index, without which nothing can be shown. */
  private static final int INDEX_BYTES = 1 << 20;

  private final PieceGrid grid;
  private final BitSet missing;
  private final Set<Window> windows = new LinkedHashSet<>();
  private final BitSet urgent = new BitSet();
  private int[] order = {};
  private boolean stale;

  /** Of a torrent of which these pieces are missing, now and as that changes. */
  Deadlines(PieceGrid grid, BitSet missing) {
    this.grid = grid;
    this.missing = missing;
  }

  /** Somebody reads a file, from its start. */
  public Window open(ContentFile file) {
    Window window = new Window(grid.firstPiece(file), grid.lastPiece(file));
    stale |= file.sizeBytes() > 0 && windows.add(window);
    return window;
  }

  /** Whether something that is missing is needed soon. */
  boolean areUrgent() {
    arrange();
    return urgent.intersects(missing);
  }

  /** Whether a piece is needed soon, if it is missing. */
  boolean isUrgent(int piece) {
    arrange();
    return urgent.get(piece);
  }

  /** Whether a reader may wait for a piece at any moment, if it is missing. */
  boolean isPressing(int piece) {
    int pressing = pressingPieces();
    return windows.stream().anyMatch(window -> piece >= window.at && piece - window.at < pressing);
  }

  /** The pieces that are needed soon, missing or not, the most urgent first. Not to be changed. */
  int[] order() {
    arrange();
    return order;
  }

  private void arrange() {
    if (stale) {
      stale = false;
      urgent.clear();
      IntStream.Builder next = IntStream.builder();
      int pressing = pressingPieces();
      addAhead(0, pressing, next);
      windows.forEach(window -> addEdges(window, next));
      addAhead(pressing, windowPieces(), next);
      order = next.build().toArray();
    }
  }

  private void addAhead(int from, int to, IntStream.Builder next) {
    for (int step = from; step < to; step++) {
      for (Window window : windows) {
        if (window.at + step <= window.last) {
          add(window.at + step, next);
        }
      }
    }
  }

  private void addEdges(Window window, IntStream.Builder next) {
    add(window.first, next);
    int index = pieces(INDEX_BYTES, 1);
    for (int piece = Math.max(window.first, window.last - index); piece <= window.last; piece++) {
      add(piece, next);
    }
  }

  private void add(int piece, IntStream.Builder next) {
    if (!urgent.get(piece)) {
      urgent.set(piece);
      next.add(piece);
    }
  }

  private int windowPieces() {
    return pieces(WINDOW_BYTES, FEWEST_PIECES);
  }

  private int pressingPieces() {
    return pieces(PRESSING_BYTES, FEWEST_PRESSING_PIECES);
  }

  private int pieces(int bytes, int fewest) {
    return Math.max(fewest, Math.min(MOST_PIECES, bytes / grid.length(0)));
  }

  /** A reader of a file. */
  public final class Window {
    private final int first;
    private final int last;
    private int at;

    private Window(int first, int last) {
      this.first = first;
      this.last = last;
      this.at = first;
    }

    /**
     * It reads on from that piece of its file.
     *
     * @return whether it does not want something any more that it waited for
     */
    public boolean move(int piece) {
      int skipped = missing.nextSetBit(at);
      boolean jumped = piece < at || (skipped >= 0 && skipped < piece);
      stale |= piece != at;
      at = piece;
      return jumped;
    }

    /** It reads no more. */
    public void close() {
      stale |= windows.remove(this);
    }
  }
}
