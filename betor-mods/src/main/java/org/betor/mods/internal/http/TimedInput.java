package org.betor.mods.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Ends what comes in drops: nothing is read after its time. */
final class TimedInput extends FilterInputStream {
  private final long startNanos = System.nanoTime();
  private final Duration total;

  TimedInput(InputStream in, Duration total) {
    super(in);
    this.total = total;
  }

  @Override
  public int read() throws IOException {
    check();
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    check();
    return super.read(bytes, offset, length);
  }

  private void check() throws SocketTimeoutException {
    if (System.nanoTime() - startNanos > total.toNanos()) {
      throw new SocketTimeoutException("the answer takes more than %s".formatted(total));
    }
  }
}
