package org.betor.examples.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows how a torrent stands until it is closed: on one line of a terminal that is written over, or
 * in a line every few seconds where lines are kept.
 */
final class LiveProgress implements AutoCloseable {
  /** One less than most terminals have, since some begin a new line after the last. */
  private static final int WIDTH = 79;

  private static final Duration FOR_EVER = Duration.ofDays(3_650);
  private static final Duration ON_A_TERMINAL = Duration.ofMillis(500);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  private final Torrent torrent;
  private final Face face;
  private final PrintWriter err;
  private final boolean isTerminal;
  private final Torrent.Watch watch;
  private boolean closed;

  private LiveProgress(Torrent torrent, Face face, PrintWriter err, boolean isTerminal) {
    this.torrent = torrent;
    this.face = face;
    this.err = err;
    this.isTerminal = isTerminal;
    this.watch = torrent.watch(isTerminal ? ON_A_TERMINAL : ELSEWHERE, this::show);
  }

  static LiveProgress of(Torrent torrent, PrintWriter err) {
    return of(torrent, ProgressBar::of, err);
  }

  static LiveProgress of(Torrent torrent, Face face, PrintWriter err) {
    return new LiveProgress(torrent, face, err, Ansi.AUTO.enabled());
  }

  /** Shows it until it stands so. */
  void until(Predicate<TorrentSnapshot> done) throws InterruptedException, TimeoutException {
    torrent.await(done, FOR_EVER);
  }

  private synchronized void show(TorrentSnapshot snapshot) {
    if (!closed) {
      print(snapshot);
    }
  }

  private void print(TorrentSnapshot snapshot) {
    String line = face.line(snapshot, WIDTH);
    if (isTerminal) {
      err.print("\r" + line);
      err.flush();
    } else {
      err.println(line.stripTrailing());
    }
  }

  /** Shows how it stands at last. */
  @Override
  public synchronized void close() {
    watch.close();
    closed = true;
    print(torrent.snapshot());
    if (isTerminal) {
      err.println();
    }
  }

  /** Makes a line of a snapshot. */
  @FunctionalInterface
  interface Face {
    String line(TorrentSnapshot snapshot, int width);
  }
}
