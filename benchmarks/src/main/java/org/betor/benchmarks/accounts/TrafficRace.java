package org.betor.benchmarks.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.betor.accounts.Accounts;
import org.betor.benchmarks.Figures;
import org.betor.benchmarks.accounts.Databases.Connections;

/**
 * Reports of traffic a second by eight threads of 200 people, through the accounts and past them:
 * JDBC with no more statements than it takes, upon the same rows.
 */
public final class TrafficRace {
  private static final int PEOPLE = 200;
  private static final int THREADS = 8;
  private static final int RUNS = 5;
  private static final long RUN_NANOS = 2_000_000_000L;

  private TrafficRace() {}

  /** Runs it, and prints medians for each database. */
  public static void main(String[] arguments) throws Exception {
    Databases.each(TrafficRace::race);
  }

  private static void race(String database, Supplier<Accounts> instances, Connections bare)
      throws Exception {
    try (Accounts accounts = instances.get()) {
      List<Reporter> reporters =
          People.register(accounts, PEOPLE).stream().map(Reporter::new).toList();
      Taker first = new Through(accounts.ratios());
      for (Reporter reporter : reporters) {
        first.take(reporter.user(), reporter.next()); // makes the rows
      }
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      for (int run = -2; run < RUNS; run++) { // the first are warm-ups
        double through = perSecond(reporters, () -> new Through(accounts.ratios()));
        double past = perSecond(reporters, () -> new BareReports(bare.open()));
        if (run >= 0) {
          ours.add(through);
          theirs.add(past);
          ratios.add(through / past);
        }
      }
      print(database, ours, theirs, ratios);
    }
  }

  private static double perSecond(List<Reporter> reporters, Callable<Taker> takers)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      long start = System.nanoTime();
      List<Callable<Integer>> work = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int share = PEOPLE / THREADS;
        List<Reporter> own = reporters.subList(thread * share, (thread + 1) * share);
        work.add(() -> report(own, takers, start + RUN_NANOS));
      }
      int taken = 0;
      for (Future<Integer> each : threads.invokeAll(work)) {
        taken += each.get();
      }
      return taken / ((System.nanoTime() - start) / 1e9);
    } finally {
      threads.shutdown();
    }
  }

  private static int report(List<Reporter> own, Callable<Taker> takers, long end) throws Exception {
    int taken = 0;
    try (Taker taker = takers.call()) {
      while (System.nanoTime() < end) {
        Reporter reporter = own.get(taken % own.size());
        taker.take(reporter.user(), reporter.next());
        taken++;
      }
    }
    return taken;
  }

  private static void print(
      String database, List<Double> ours, List<Double> theirs, List<Double> ratios) {
    System.out.printf(
        Locale.ROOT,
        "%-10s through the accounts %6.0f, bare JDBC %6.0f reports/s; ratio %.2f (%.2f to %.2f)%n",
        database,
        Figures.median(ours),
        Figures.median(theirs),
        Figures.median(ratios),
        Figures.percentile(ratios, 0),
        Figures.percentile(ratios, 100));
  }
}
