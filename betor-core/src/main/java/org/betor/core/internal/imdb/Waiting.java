package org.betor.core.internal.imdb;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Waits for threads that work for an import. */
final class Waiting {
  private Waiting() {}

  /** What a piece of work gave; what it threw is thrown. */
  static <T> T result(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (ExecutionException failed) {
      throw cause(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the import was interrupted");
    }
  }

  /** Waits until the threads have ended, whoever interrupts: they use what is closed next. */
  static void end(ExecutorService threads) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static IOException cause(ExecutionException failed) {
    if (failed.getCause() instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    return failed.getCause() instanceof IOException reason
        ? reason
        : new IOException(failed.getCause());
  }
}
