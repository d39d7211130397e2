package org.betor.core.internal.imdb;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is read. Skips and marks are not for use: they would be counted wrongly. */
final class CountedInput extends FilterInputStream {
  private final AtomicLong bytes;

  CountedInput(InputStream in, AtomicLong bytes) {
    super(in);
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    bytes.addAndGet(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read = super.read(buffer, from, length);
    bytes.addAndGet(Math.max(read, 0));
    return read;
  }
}
