package org.betor.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.betor.api.mod.ModKey;
import org.betor.benchmarks.mods.LargeLibrary;
import org.betor.mods.Direction;
import org.betor.mods.Local;
import org.betor.mods.ModLibrary;
import org.betor.mods.ModQuery;
import org.betor.mods.ModSort;

/**
 * Asks a library of mods for page 400 of 50 by each sort and filter, also while mods are handed
 * out, and hands archives out, beside a bare select: {@code ModLists [mods]}.
 */
public final class ModLists {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int QUESTIONS = 40;
  private static final int HANDED_OUT = 20_000;
  private static final int ROUNDS = 3;

  private ModLists() {}

  /** Runs it, and prints a line for each filter and round. */
  public static void main(String[] args) throws Exception {
    int mods = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    Path folder = Files.createTempDirectory("betor-mods");
    LargeLibrary.write(folder, mods);
    try (ModLibrary library = ModLibrary.open(folder)) {
      long start = System.nanoTime();
      library.lists().mods(ModQuery.all());
      System.out.printf(Locale.ROOT, "first list: %.0f ms%n", (System.nanoTime() - start) / 1e6);
      lists(library, mods / 50 / 5);
    }
    try (ModLibrary library = ModLibrary.open(folder)) {
      for (int round = 0; round < ROUNDS; round++) {
        select(folder, mods);
        handOut(library);
      }
    }
  }

  private static void lists(ModLibrary library, int page) {
    long start = System.nanoTime();
    for (ModSort sort : ModSort.values()) {
      library.lists().mods(ModQuery.all().sorted(sort, Direction.ASCENDING));
    }
    System.out.printf(
        Locale.ROOT, "first of each sort: %.0f ms%n", (System.nanoTime() - start) / 1e6);
    Map<String, ModQuery> queries = new LinkedHashMap<>();
    queries.put("all", ModQuery.all());
    queries.put("source", ModQuery.all().sources(List.of("inventory")));
    queries.put("tag", ModQuery.all().tags(List.of("Tools")));
    queries.put("name", ModQuery.all().named("LANTERN"));
    queries.put("all three", queries.get("name").sources(List.of("attic")).tags(List.of("Tools")));
    for (boolean busy : new boolean[] {false, true}) {
      for (Map.Entry<String, ModQuery> query : queries.entrySet()) {
        ask(library, query.getKey(), query.getValue().page(page, 50), busy);
      }
    }
  }

  /** Asks by every sort. */
  private static void ask(ModLibrary library, String filter, ModQuery query, boolean busy) {
    List<Double> byClock = new ArrayList<>();
    List<Double> ofCore = new ArrayList<>();
    long total = 0;
    for (int question = 0; question < QUESTIONS; question++) {
      for (ModSort sort : ModSort.values()) {
        if (busy) {
          ((Local.Ready) library.fetchLocal(key(question + 1))).archive().close();
        }
        long start = System.nanoTime();
        long startOfCore = THREADS.getCurrentThreadCpuTime();
        total = library.lists().mods(query.sorted(sort, Direction.DESCENDING)).total();
        ofCore.add((THREADS.getCurrentThreadCpuTime() - startOfCore) / 1e6);
        byClock.add((System.nanoTime() - start) / 1e6);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-10s %-20s %,7d mods: p50 %4.1f ms, p99 %4.1f ms of a core; %4.1f ms, %4.1f ms by the clock%n",
        filter,
        busy ? "after each hand-out" : "",
        total,
        Figures.median(ofCore),
        Figures.percentile(ofCore, 99),
        Figures.median(byClock),
        Figures.percentile(byClock, 99));
  }

  private static void handOut(ModLibrary library) throws Exception {
    Random random = new Random(2);
    perSecond(
        "fetchLocal",
        () -> {
          ModKey mod = key(1 + random.nextInt(LargeLibrary.WITH_ARCHIVES));
          ((Local.Ready) library.fetchLocal(mod)).archive().close();
          return mod;
        });
  }

  private static ModKey key(int id) {
    return new ModKey(id % 2 == 0 ? "inventory" : "attic", Integer.toString(id));
  }

  /** In the database that the library has open, on a connection that stays. */
  private static void select(Path folder, int mods) throws Exception {
    Random random = new Random(2);
    String address = "jdbc:h2:retry:" + folder.resolve("library");
    try (Connection connection = DriverManager.getConnection(address, "", "")) {
      perSecond("bare select", () -> name(connection, 1 + random.nextInt(mods)));
    }
  }

  private static String name(Connection connection, int id) throws SQLException {
    String sql = "select name from mods where id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, id);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static void perSecond(String what, Callable<?> call) throws Exception {
    long start = System.nanoTime();
    long startOfCore = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < HANDED_OUT; i++) {
      call.call();
    }
    double ofCore = (THREADS.getCurrentThreadCpuTime() - startOfCore) / 1e9;
    double byClock = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-12s %,8.0f in a second of a core, %,8.0f by the clock%n",
        what,
        HANDED_OUT / ofCore,
        HANDED_OUT / byClock);
  }
}
