package org.betor.core.internal.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that share a piece of work; they start with the first one that is worth it. */
final class Crew implements Closeable {
  private static final int SIZE = Math.min(4, Runtime.getRuntime().availableProcessors());
  private static final int WORTH_SHARING = 100;

  private final List<Thread> started = new CopyOnWriteArrayList<>();
  private final ExecutorService threads;

  Crew(String name) {
    threads =
        Executors.newFixedThreadPool(
            SIZE,
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              started.add(thread);
              return thread;
            });
  }

  /** Does a step for each item, and gives what the steps gave, in any order. */
  <T, R> List<R> each(Collection<T> items, Step<T, R> step) throws IOException {
    List<T> all = List.copyOf(items);
    int shares = all.size() < WORTH_SHARING ? 1 : SIZE;
    List<Future<List<R>>> futures = new ArrayList<>();
    for (int share = 1; share < shares; share++) {
      futures.add(threads.submit(share(all, share, shares, step)));
    }
    return together(share(all, 0, shares, step), futures);
  }

  /** Has each thread do the same, all at once. */
  void all(WriterThread.Work work) throws IOException {
    Callable<List<Boolean>> once =
        () -> {
          work.run();
          return List.of();
        };
    List<Future<List<Boolean>>> futures = new ArrayList<>();
    for (int other = 1; other < SIZE; other++) {
      futures.add(threads.submit(once));
    }
    together(once, futures);
  }

  /** Does the own share and waits for all others, even if it fails: nobody works on alone. */
  private static <R> List<R> together(Callable<List<R>> own, List<Future<List<R>>> others)
      throws IOException {
    List<R> results = new ArrayList<>();
    try {
      results.addAll(done(own));
    } finally {
      for (Future<List<R>> other : others) {
        WriterThread.waitingOutInterrupts(() -> ended(other));
      }
    }
    for (Future<List<R>> other : others) {
      results.addAll(done(other::get));
    }
    return results;
  }

  private static void ended(Future<?> share) throws InterruptedException {
    try {
      share.get();
    } catch (ExecutionException failed) {
      // told when the results are taken
    }
  }

  /** Ends the threads. */
  @Override
  public void close() throws IOException {
    threads.shutdown();
    for (Thread thread : started) {
      WriterThread.waitingOutInterrupts(thread::join);
    }
  }

  private static <T, R> Callable<List<R>> share(
      List<T> items, int share, int shares, Step<T, R> step) {
    return () -> {
      List<R> results = new ArrayList<>();
      for (int i = share; i < items.size(); i += shares) {
        step.take(items.get(i)).ifPresent(results::add);
      }
      return results;
    };
  }

  private static <R> List<R> done(Callable<List<R>> share) throws IOException {
    try {
      return share.call();
    } catch (ExecutionException failed) {
      throw WriterThread.causeOf(failed);
    } catch (IOException | RuntimeException failed) {
      throw failed;
    } catch (Exception impossible) { // nobody interrupts these threads
      throw new IOException(impossible);
    }
  }

  interface Step<T, R> {
    Optional<R> take(T item) throws IOException;
  }
}
