package org.betor.core.internal.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one thing after the other on a thread of its own, which starts with the first. Writes that
 * wait together share one commit.
 *
 * <p>Java closes a file when the thread that writes to it is interrupted, and Lucene's writer is
 * beyond repair then. Callers are interrupted at their deadline; this thread never is.
 */
final class WriterThread implements Closeable {
  private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
  private final Queue<Write> waiting = new ConcurrentLinkedQueue<>();
  private final String name;
  private final Work commit;
  private volatile @Nullable Thread thread;

  WriterThread(String name) {
    this(name, () -> {});
  }

  /**
   * A thread that has not started.
   *
   * @param commit what writes that wait together have done once, at their end
   */
  WriterThread(String name, Work commit) {
    this.name = name;
    this.commit = commit;
  }

  /** Writes something and waits for its commit, even if interrupted; the flag is kept. */
  void write(Work work) throws IOException {
    Write write = new Write(work, new CompletableFuture<>());
    waiting.add(write);
    executor.execute(this::writeAllWaiting);
    waitingOutInterrupts(write.committed()::get);
  }

  /** Does something and waits for it, even if interrupted; the interrupt flag is kept. */
  void run(Work work) throws IOException {
    Future<?> done =
        executor.submit(
            () -> {
              work.run();
              return null;
            });
    waitingOutInterrupts(done::get);
  }

  /** Does something soon; a failure goes to the log. */
  @SuppressWarnings("CatchingUnchecked") // nobody waits for it
  void execute(Work work) {
    executor.execute(
        () -> {
          try {
            work.run();
          } catch (Throwable failed) {
            Logger log = LoggerFactory.getLogger(WriterThread.class);
            log.warn("{} failed, and will try again: {}", name, String.valueOf(failed));
          }
        });
  }

  private void writeAllWaiting() {
    List<Write> written = new ArrayList<>();
    for (Write write = waiting.poll(); write != null; write = waiting.poll()) {
      if (done(write.work(), List.of(write))) {
        written.add(write);
      }
    }
    if (!written.isEmpty() && done(commit, written)) {
      written.forEach(write -> write.committed().complete(null));
    }
  }

  /** Whether it could be done; if not, all of these have failed. */
  @SuppressWarnings("CatchingUnchecked") // whatever it is, the callers wait for it
  private static boolean done(Work work, List<Write> writes) {
    try {
      work.run();
      return true;
    } catch (Throwable reason) {
      writes.forEach(write -> write.committed().completeExceptionally(reason));
      return false;
    }
  }

  /** Ends the thread when all is done. */
  @Override
  public void close() throws IOException {
    executor.shutdown();
    Thread started = thread;
    if (started != null) {
      waitingOutInterrupts(started::join);
    }
  }

  private Thread thread(Runnable loop) {
    Thread created = new Thread(loop, name);
    created.setDaemon(true);
    thread = created;
    return created;
  }

  /** Waits, even if interrupted; the interrupt flag is kept. */
  static void waitingOutInterrupts(Wait wait) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          wait.untilDone();
          return;
        } catch (InterruptedException early) {
          interrupted = true;
        }
      }
    } catch (ExecutionException failed) {
      throw causeOf(failed);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Why something failed on another thread; throws what is no {@link IOException} as it is. */
  static IOException causeOf(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof RuntimeException mistake) {
      throw mistake;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException reason ? reason : new IOException(cause);
  }

  private record Write(Work work, CompletableFuture<@Nullable Void> committed) {}

  interface Work {
    void run() throws IOException;
  }

  interface Wait {
    void untilDone() throws InterruptedException, ExecutionException;
  }
}
