package org.betor.examples.cli;

import java.io.PrintWriter;
import org.betor.api.spi.SeedOptions;

/** Says at each tenth how far hashing is. */
final class HashingProgress implements SeedOptions.Progress {
  private final PrintWriter err;
  private long shown;

  HashingProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void at(long bytes, long allBytes) {
    long tenths = 10 * bytes / Math.max(1, allBytes);
    if (tenths > shown) {
      shown = tenths;
      err.printf("hashed %d %% of %s%n", 10 * tenths, Amount.bytes(allBytes));
    }
  }
}
