package org.betor.p2p.internal.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a client besides its loop: daemons, started when there is work for them. */
final class Crew implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final Duration PATIENCE_TO_END = Duration.ofSeconds(5);
  private static final int MOST_DISK_THREADS = 4;
  private static final int ERRAND_THREADS = 16;
  private static final int LISTENER_THREADS = 2;

  private final ThreadPoolExecutor disk;
  private final ThreadPoolExecutor errands;
  private final ThreadPoolExecutor listeners;

  Crew(String name) {
    int cores = Runtime.getRuntime().availableProcessors();
    disk = threads(name + "-disk", Math.max(2, Math.min(MOST_DISK_THREADS, cores)));
    errands = threads(name + "-errands", ERRAND_THREADS);
    listeners = threads(name + "-listeners", LISTENER_THREADS);
  }

  private static ThreadPoolExecutor threads(String name, int most) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Reads, writes and hashes. */
  Executor disk() {
    return patient(disk);
  }

  /** Looks names up and speaks HTTP. */
  Executor errands() {
    return patient(errands);
  }

  /** Calls what an application gave. */
  Executor listeners() {
    return patient(listeners);
  }

  /** What comes after the end is left undone. */
  private static Executor patient(ThreadPoolExecutor threads) {
    return work -> {
      try {
        threads.execute(work);
      } catch (RejectedExecutionException e) {
        LOG.debug("Left undone, since the client is closed");
      }
    };
  }

  /** Ends what is under way: what belongs to the disk to its end, the rest is interrupted. */
  @Override
  public void close() {
    errands.shutdownNow();
    listeners.shutdownNow();
    disk.shutdown();
    boolean interrupted = false;
    for (ThreadPoolExecutor threads : List.of(disk, errands, listeners)) {
      try {
        threads.awaitTermination(PATIENCE_TO_END.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
