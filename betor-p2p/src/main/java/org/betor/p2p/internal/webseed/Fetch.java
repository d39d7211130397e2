package org.betor.p2p.internal.webseed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.betor.p2p.internal.disk.PieceGrid;
import org.betor.p2p.internal.http.HttpAnswer;
import org.betor.p2p.internal.http.HttpGet;

/** Asks a web seed for a part of a run, file by file. Blocks, until any thread closes it. */
final class Fetch implements Closeable {
  private final HttpGet http;
  private final FileAddresses addresses;
  private final PieceGrid grid;
  private final Run run;
  private final long from;
  private final long to;
  private final IntConsumer whole;
  private final AtomicLong came = new AtomicLong();
  private int next;

  /**
   * Does nothing yet.
   *
   * @param from a place in the run, before which all is there
   * @param to a place behind that
   * @param whole gets the pieces that are there in whole, each at once
   */
  Fetch(
      HttpGet http,
      FileAddresses addresses,
      PieceGrid grid,
      Run run,
      long from,
      long to,
      IntConsumer whole) {
    this.http = http;
    this.addresses = addresses;
    this.grid = grid;
    this.run = run;
    this.from = from;
    this.to = to;
    this.whole = whole;
    this.next = grid.pieceAt(from);
  }

  /** Where it ends. */
  long to() {
    return to;
  }

  /** Fetches it all. */
  void work() throws IOException {
    for (Span span : Span.between(grid, from, to)) {
      reached(span.start());
      http.get(
          addresses.of(span.file()),
          "Range: bytes=" + span.range(),
          (head, content) -> read(span, head, content));
    }
    reached(to);
  }

  private Span read(Span span, HttpAnswer head, InputStream content) throws IOException {
    RangeCheck.check(head, span);
    long end = span.start() + span.length();
    for (long place = span.start(); place < end; reached(place)) {
      place = run.read(content, place, end - place, came);
    }
    return span;
  }

  private void reached(long place) {
    while (next < grid.pieces() && grid.start(next) + grid.length(next) <= place) {
      whole.accept(next++);
    }
  }

  /** How many bytes came since this was asked for last; for any thread. */
  long takeCame() {
    return came.getAndSet(0);
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
