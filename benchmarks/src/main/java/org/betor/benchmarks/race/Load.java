package org.betor.benchmarks.race;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills all stores, a portion at a time, in turn. A portion is done when it can be found, so that
 * none works on it while the next one is timed.
 */
final class Load {
  private static final int THREADS = 2;
  private static final int BATCH = 1_000;

  /** So many are made before the clock starts. */
  private static final int PORTION = 50_000;

  private Load() {}

  /** Releases a second of each store, with the commit at the end. */
  static double[] fill(List<Store> stores, Entries entries, int count) throws Exception {
    double[] seconds = new double[stores.size()];
    for (int done = 0; done < count; done += PORTION) {
      List<Entry> portion = entries.next(Math.min(PORTION, count - done));
      for (int i = 0; i < seconds.length; i++) {
        Store store = stores.get(i);
        seconds[i] += seconds(() -> put(store, portion));
      }
    }
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = count / (seconds[i] + seconds(stores.get(i)::settle));
    }
    return seconds;
  }

  private static void put(Store store, List<Entry> portion) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Callable<Boolean>> batches = new ArrayList<>();
    for (int start = 0; start < portion.size(); start += BATCH) {
      List<Entry> batch = portion.subList(start, Math.min(portion.size(), start + BATCH));
      batches.add(
          () -> {
            store.put(batch);
            return true;
          });
    }
    for (Future<Boolean> done : threads.invokeAll(batches)) {
      done.get();
    }
    threads.shutdown();
    store.shows(portion.get(portion.size() - 1));
  }

  private static double seconds(Step step) throws Exception {
    long start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private interface Step {
    void run() throws Exception;
  }
}
