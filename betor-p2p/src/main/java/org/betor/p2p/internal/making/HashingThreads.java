package org.betor.p2p.internal.making;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As many threads as there are processors to hash on. None is left once this is closed. */
final class HashingThreads implements AutoCloseable {
  /** More than one reading thread can keep busy. */
  private static final int MAX_THREADS = 8;

  private final int count = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final ExecutorService executor = Executors.newFixedThreadPool(count, this::daemon);

  int count() {
    return count;
  }

  ExecutorService executor() {
    return executor;
  }

  /** Ends the threads and waits for it, which takes as long as a batch at most. */
  @Override
  public void close() {
    executor.shutdownNow();
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "betor-hashing");
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }
}
