package org.betor.benchmarks.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import org.betor.accounts.Accounts;
import org.betor.accounts.AccountsException;
import org.betor.accounts.PasswordCost;
import org.betor.accounts.User;
import org.betor.benchmarks.Figures;
import org.betor.benchmarks.ScratchFolder;

/**
 * Many sign in at the same moment, with right passwords: how many are computed at a time, who is
 * let in, and when. {@code SignInCrowd [how many]}, 1,000 unless set.
 */
public final class SignInCrowd {
  private static final int ACCOUNTS = 100;

  private SignInCrowd() {}

  /** Runs it, and prints what they were told. */
  public static void main(String[] arguments) throws Exception {
    int crowd = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    try (ScratchFolder folder = Databases.scratch();
        Accounts accounts = Databases.open(folder, PasswordCost.USUAL)) {
      List<User> people = People.register(accounts, ACCOUNTS);
      Hashing hashing = Hashing.watched();
      Map<String, List<Double>> seconds = signIn(accounts, people, crowd);
      System.out.printf(
          Locale.ROOT, "%,d at once, at most %d computed at a time%n", crowd, hashing.most());
      seconds.forEach(SignInCrowd::print);
    }
  }

  /** The seconds that each took, by what they were told. */
  private static Map<String, List<Double>> signIn(Accounts accounts, List<User> people, int crowd)
      throws Exception {
    ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newFixedThreadPool(crowd);
    threads.prestartAllCoreThreads();
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Answer>> answers = new ArrayList<>();
    for (int who = 0; who < crowd; who++) {
      String name = people.get(who % people.size()).name();
      answers.add(
          threads.submit(
              () -> {
                start.await();
                return signIn(accounts, name);
              }));
    }
    start.countDown();
    Map<String, List<Double>> seconds = new TreeMap<>();
    for (Future<Answer> each : answers) {
      Answer answer = each.get();
      seconds.computeIfAbsent(answer.what, none -> new ArrayList<>()).add(answer.seconds);
    }
    threads.shutdown();
    return seconds;
  }

  private static Answer signIn(Accounts accounts, String name) {
    long start = System.nanoTime();
    String what = "let in";
    try {
      accounts.signIn(name, People.PASSWORD, People.HERE);
    } catch (AccountsException refused) {
      what = refused.reason() + ": " + refused.getMessage();
    }
    return new Answer(what, (System.nanoTime() - start) / 1e9);
  }

  private static void print(String what, List<Double> seconds) {
    System.out.printf(
        Locale.ROOT,
        "%,7d %s, after %.2f s (p50), %.2f s (the last)%n",
        seconds.size(),
        what,
        Figures.median(seconds),
        Figures.percentile(seconds, 100));
  }

  private record Answer(String what, double seconds) {}
}
