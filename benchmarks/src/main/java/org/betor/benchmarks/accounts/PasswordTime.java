package org.betor.benchmarks.accounts;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.betor.accounts.Accounts;
import org.betor.accounts.PasswordCost;
import org.betor.benchmarks.Figures;
import org.betor.benchmarks.ScratchFolder;

/** How long it takes to sign in with a password as it is usual, and with one that costs nothing. */
public final class PasswordTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int WARM_UPS = 50;
  private static final int RUNS = 200;

  private PasswordTime() {}

  /** Runs it, and prints a line for each. */
  public static void main(String[] arguments) throws Exception {
    signIn("the usual cost", PasswordCost.USUAL);
    signIn("next to no cost", Databases.NEXT_TO_NOTHING);
  }

  private static void signIn(String what, PasswordCost cost) throws Exception {
    List<Double> byClock = new ArrayList<>();
    List<Double> ofCore = new ArrayList<>();
    try (ScratchFolder folder = Databases.scratch();
        Accounts accounts = Databases.open(folder, cost)) {
      String name = People.register(accounts, 1).get(0).name();
      for (int run = -WARM_UPS; run < RUNS; run++) {
        long start = System.nanoTime();
        long startOfCore = THREADS.getCurrentThreadCpuTime();
        accounts.signIn(name, People.PASSWORD, People.HERE);
        if (run >= 0) {
          ofCore.add((THREADS.getCurrentThreadCpuTime() - startOfCore) / 1e6);
          byClock.add((System.nanoTime() - start) / 1e6);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "signing in, %-16s p50 %5.1f, p99 %5.1f ms of a core; p50 %5.1f, p99 %5.1f ms by the clock%n",
        what,
        Figures.median(ofCore),
        Figures.percentile(ofCore, 99),
        Figures.median(byClock),
        Figures.percentile(byClock, 99));
  }
}
