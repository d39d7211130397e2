package org.betor.core.internal.imdb;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Rows that another thread reads and unpacks some portions ahead. */
final class RowsAhead implements Closeable {
  private static final int PORTIONS_AHEAD = 8;

  private final RowSource source;
  private final Runnable beat;
  private final ExecutorService thread;
  private final Queue<Future<RowSource.Portion>> ahead = new ArrayDeque<>();
  private Iterator<Row> portion = List.<Row>of().iterator();
  private @Nullable Row next;
  private boolean last;

  /**
   * Begins to read.
   *
   * @param name of the thread
   * @param beat called when a portion has come
   */
  RowsAhead(RowSource source, String name, Runnable beat) {
    this.source = source;
    this.beat = beat;
    thread = Executors.newSingleThreadExecutor(work -> new Thread(work, name));
    for (int i = 0; i < PORTIONS_AHEAD; i++) {
      ahead.add(thread.submit(source::next));
    }
  }

  /** The next row; null at the end. */
  @Nullable Row peek() throws IOException {
    if (next == null && !last) {
      advance();
    }
    return next;
  }

  /** Goes beyond the row that {@link #peek} gives. */
  void advance() throws IOException {
    while (!portion.hasNext() && !last) {
      RowSource.Portion come = Waiting.result(ahead.remove());
      portion = come.rows().iterator();
      last = come.last();
      ahead.add(thread.submit(source::next));
      beat.run();
    }
    next = portion.hasNext() ? portion.next() : null;
  }

  /** Ends the thread. */
  @Override
  public void close() throws IOException {
    thread.shutdownNow();
    Waiting.end(thread);
    source.close();
  }
}
