package org.betor.core.internal.imdb;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines as bytes, of which it keeps one at a time. Not for use by several threads. */
final class LineReader implements Closeable {
  /** Of a longer line nothing is read. IMDb's longest are below 2 KiB. */
  static final int LONGEST = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[2 * LONGEST];
  private int filled;
  private int scanned;
  private int start;
  private int end;
  private boolean tooLong;
  private long number;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line, if there is one. */
  boolean advance() throws IOException {
    start = scanned;
    tooLong = false;
    boolean ended = scan();
    while (!ended && fill()) {
      ended = scan();
    }
    if (!ended && start == filled && !tooLong) {
      return false;
    }
    finish(ended);
    return true;
  }

  byte[] bytes() {
    return buffer;
  }

  /** Where the line starts in {@link #bytes}. */
  int start() {
    return start;
  }

  /** Where the line ends in {@link #bytes}, without what separates it from the next one. */
  int end() {
    return end;
  }

  /** Whether it was longer than {@link #LONGEST}; what is given is not all of it. */
  boolean isTooLong() {
    return tooLong;
  }

  /** The first is 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean scan() {
    while (scanned < filled && buffer[scanned] != '\n') {
      scanned++;
    }
    return scanned < filled;
  }

  private void finish(boolean withNewline) {
    end = scanned > start && buffer[scanned - 1] == '\r' ? scanned - 1 : scanned;
    tooLong |= end - start > LONGEST;
    scanned += withNewline ? 1 : 0;
    number++;
  }

  /** Reads more behind the line that has begun, of which a too long one is forgotten. */
  private boolean fill() throws IOException {
    if (filled - start > LONGEST) {
      tooLong = true;
      start = filled;
    }
    System.arraycopy(buffer, start, buffer, 0, filled - start);
    filled -= start;
    scanned = filled;
    start = 0;
    int read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(read, 0);
    return read >= 0;
  }
}
