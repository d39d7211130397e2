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
import java.util.List;
import java.util.Locale;
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
 * Asks a library of mods for page 400 of 50 by each sort and filter, again and again, while mods
 * are handed out and with a filter that is new each time, and hands archives out, beside a bare
 * select: {@code ModLists [mods]}.
 */
public final class ModLists {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int QUESTIONS = 40;
  private static final int HANDED_OUT = 20_000;
  private static final int ROUNDS = 3;
  private static final List<String> INVENTORY = List.of("inventory");
  private static final List<String> ATTIC = List.of("attic");
  private static final List<String> BOTH = List.of("inventory", "attic");
  private static final List<String> TOOLS = List.of("Tools");

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
    List<Kind> kinds =
        List.of(
            new Kind("all", ModQuery.all(), BOTH),
            new Kind("source", ModQuery.all().sources(INVENTORY), INVENTORY),
            new Kind("tag", ModQuery.all().tags(TOOLS), BOTH),
            new Kind("name", ModQuery.all().named("LANTERN"), BOTH),
            new Kind(
                "all three", ModQuery.all().named("LANTERN").tags(TOOLS).sources(ATTIC), ATTIC));
    for (Moment moment : Moment.values()) {
      for (Kind kind : kinds) {
        ask(library, kind, page, moment);
      }
    }
  }

  /** Asks by every sort. */
  private static void ask(ModLibrary library, Kind kind, int page, Moment moment) {
    List<Double> byClock = new ArrayList<>();
    List<Double> ofCore = new ArrayList<>();
    long total = 0;
    for (int question = 0; question < QUESTIONS; question++) {
      for (ModSort sort : ModSort.values()) {
        ModQuery query = kind.query;
        if (moment == Moment.HANDED_OUT) {
          ((Local.Ready) library.fetchLocal(key(question + 1))).archive().close();
        } else if (moment == Moment.FIRST) {
          query = kind.sameButNew(sort + " " + question);
        }
        long start = System.nanoTime();
        long startOfCore = THREADS.getCurrentThreadCpuTime();
        total =
            library.lists().mods(query.page(page, 50).sorted(sort, Direction.DESCENDING)).total();
        ofCore.add((THREADS.getCurrentThreadCpuTime() - startOfCore) / 1e6);
        byClock.add((System.nanoTime() - start) / 1e6);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-10s %-20s %,7d mods: p50 %4.1f ms, p99 %4.1f ms of a core; %4.1f ms, %4.1f ms by the clock%n",
        kind.name,
        moment.words,
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

  private enum Moment {
    AGAIN("again"),
    HANDED_OUT("after each hand-out"),
    FIRST("never asked before");

    private final String words;

    Moment(String words) {
      this.words = words;
    }
  }

  /**
   * A kind of question.
   *
   * @param sources those of the mods that it finds
   */
  private record Kind(String name, ModQuery query, List<String> sources) {

    /** Finds the same, but was not asked before. */
    ModQuery sameButNew(String difference) {
      List<String> more = new ArrayList<>(sources);
      more.add(difference);
      return query.sources(more);
    }
  }
}
