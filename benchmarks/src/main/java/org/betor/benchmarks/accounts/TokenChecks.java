package org.betor.benchmarks.accounts;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.betor.accounts.Accounts;
import org.betor.accounts.Tokens;
import org.betor.accounts.User;
import org.betor.benchmarks.Figures;
import org.betor.benchmarks.accounts.Databases.Connections;

/**
 * How long it takes to check an access token, with the look-up whether it was revoked: the first
 * time where it was issued, the first time elsewhere, of a thousand sessions in turn, and of one.
 */
public final class TokenChecks {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int SESSIONS = 1_000;
  private static final int SESSIONS_OF_ONE = 20;
  private static final int ROUNDS = 3;
  private static final long ROUND_NANOS = 3_000_000_000L;

  private TokenChecks() {}

  /** Runs it, and prints a line for each database and kind in the last of three rounds. */
  public static void main(String[] arguments) throws Exception {
    Databases.each(TokenChecks::measure);
  }

  private static void measure(String database, Supplier<Accounts> instances, Connections unused) {
    try (Accounts here = instances.get();
        Accounts elsewhere = instances.get()) {
      List<User> people = People.register(here, SESSIONS / SESSIONS_OF_ONE);
      for (int round = 1; round <= ROUNDS; round++) {
        List<String> access = issue(here.tokens(), people); // ends those of the round before
        Checked first = check(here.tokens(), access, 0);
        Checked firstElsewhere = check(elsewhere.tokens(), access, 0);
        Checked inTurn = check(here.tokens(), access, ROUND_NANOS);
        Checked one = check(here.tokens(), access.subList(0, 1), ROUND_NANOS);
        if (round == ROUNDS) {
          print(database, "first, where it was issued", first);
          print(database, "first, elsewhere", firstElsewhere);
          print(database, "1,000 in turn", inTurn);
          print(database, "one", one);
        }
      }
    }
  }

  private static List<String> issue(Tokens tokens, List<User> people) {
    List<String> access = new ArrayList<>();
    for (int session = 0; session < SESSIONS; session++) {
      User person = people.get(session % people.size());
      access.add(tokens.issue(person.id(), People.HERE).access());
    }
    return access;
  }

  /** Each once, and then again as long as there is time. */
  private static Checked check(Tokens tokens, List<String> access, long nanos) {
    List<Double> micros = new ArrayList<>();
    long startOfCore = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    do {
      for (String token : access) {
        long before = System.nanoTime();
        tokens.check(token);
        micros.add((System.nanoTime() - before) / 1e3);
      }
    } while (System.nanoTime() - start < nanos);
    return new Checked(micros, (THREADS.getCurrentThreadCpuTime() - startOfCore) / 1e3);
  }

  private static void print(String database, String what, Checked checked) {
    System.out.printf(
        Locale.ROOT,
        "%-10s %-26s p50 %7.1f, p99 %7.1f, mean %7.1f us by the clock; mean %7.1f us of a core%n",
        database,
        what,
        Figures.median(checked.micros),
        Figures.percentile(checked.micros, 99),
        checked.micros.stream().mapToDouble(each -> each).average().orElseThrow(),
        checked.microsOfCore / checked.micros.size());
  }

  private record Checked(List<Double> micros, double microsOfCore) {}
}
