package org.betor.benchmarks.race;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.betor.benchmarks.Figures;
import org.betor.benchmarks.race.Question.Kind;

/** One race: load, questions, single writes, opening; printed as it goes. */
public final class Race {
  private static final int ASKED_ABOUT = 10_000;
  private static final int WARM = 50_000;
  private static final int WARM_PUTS = 200_000;
  private static final double COMPILE_SECONDS = 150;
  private static final int SINGLES = 200;
  private static final int OPENINGS = 11;

  private final Path folder;
  private final int releases;
  private final int passes;
  private final String kinds;
  private final List<Store> stores;
  private final Entries entries = new Entries();

  private Race(Path folder, int releases, int passes, String kinds) throws Exception {
    this.folder = folder;
    this.releases = releases;
    this.passes = passes;
    this.kinds = kinds;
    this.stores = stores(folder);
  }

  private static List<Store> stores(Path folder) throws Exception {
    return List.of(
        new CatalogStore(Files.createDirectories(folder.resolve("catalogue"))),
        new BareStore(Files.createDirectories(folder.resolve("bare"))),
        new SqliteStore(Files.createDirectories(folder.resolve("SQLite"))));
  }

  /**
   * Runs it.
   *
   * @param kinds the letters of the questions to be asked
   */
  public static void run(int releases, int passes, String kinds) throws Exception {
    Path folder = Files.createTempDirectory("betor-race");
    try {
      Race race = new Race(folder, releases, passes, kinds);
      race.load();
      race.ask();
      race.writeSingly();
      race.open();
      for (Store store : race.stores) {
        store.close();
      }
    } finally {
      delete(folder);
    }
  }

  private void load() throws Exception {
    warmUp();
    double[] rates = Load.fill(stores, entries, releases);
    for (Store store : stores) {
      store.compact();
    }
    line("%d releases, %d passes", releases, passes);
    for (int i = 0; i < rates.length; i++) {
      String name = stores.get(i).name();
      long bytes = bytes(folder.resolve(name)) / releases;
      line("%-10s %7.0f releases/s put, %5d bytes/release", name, rates[i], bytes);
    }
    line("put: catalogue/bare %.2f", rates[0] / rates[1]);
  }

  /**
   * Puts into other stores and asks those, until all is compiled: who has more code has it compiled
   * later, and who writes first would wait for the compiler on behalf of the others, too.
   */
  private void warmUp() throws Exception {
    List<Store> others = stores(folder.resolve("warm"));
    int few = Math.min(releases, WARM);
    Entries some = new Entries();
    for (int done = 0; done < WARM_PUTS; done += few) {
      Load.fill(others, some, few);
    }
    for (Store other : others) {
      other.compact();
    }
    asking(others).warmUp(COMPILE_SECONDS);
    for (Store other : others) {
      other.close();
    }
  }

  private void ask() throws Exception {
    List<Contestant> contestants = contestants(stores);
    Asking asking = asking(stores);
    asking.run(passes);
    StringBuilder heading = new StringBuilder("%-26s".formatted("p50 / p99 in µs"));
    contestants.forEach(contestant -> heading.append(" %17s".formatted(contestant.name())));
    line("%s  cat./bare  cat./least", heading);
    for (Kind kind : asking.kinds()) {
      line("%s", row(kind, asking, contestants.size()));
    }
    for (Kind kind : List.of(Kind.SUGGEST, Kind.TYPO)) {
      if (asking.kinds().contains(kind)) {
        line("%s", shares(kind, asking, contestants));
      }
    }
    line("all other answers are the same");
  }

  private Asking asking(List<Store> asked) {
    List<Entry> head = new Entries().next(Math.min(releases, ASKED_ABOUT));
    return new Asking(contestants(asked), Questions.about(head, kinds));
  }

  private static List<Contestant> contestants(List<Store> asked) {
    return asked.stream().flatMap(store -> store.contestants().stream()).toList();
  }

  private static String row(Kind kind, Asking asking, int contestants) {
    Times times = asking.times(kind);
    StringBuilder row = new StringBuilder("%-26s".formatted(kind.label()));
    for (int i = 0; i < contestants; i++) {
      row.append(" %8.0f /%7.0f".formatted(times.p50(i), times.p99(i)));
    }
    return "%s %10.2f %11.2f"
        .formatted(row, times.p50(0) / times.p50(1), times.p50(0) / times.p50(2));
  }

  private static String shares(Kind kind, Asking asking, List<Contestant> contestants) {
    StringBuilder shares =
        new StringBuilder(
            kind == Kind.TYPO ? "d found what was meant:" : "c titles of the catalogue:");
    for (int i = 0; i < contestants.size(); i++) {
      shares.append(
          " %s %.0f %%".formatted(contestants.get(i).name(), 100 * asking.times(kind).share(i)));
    }
    return shares.toString();
  }

  private void writeSingly() throws Exception {
    List<List<Double>> durable = lists();
    List<List<Double>> visible = lists();
    for (int number = 0; number < SINGLES; number++) {
      Entry one = entries.next(1).get(0);
      Entry other = entries.next(1).get(0);
      for (int i = 0; i < stores.size(); i++) {
        Store store = stores.get(i);
        durable.get(i).add(millis(() -> store.putDurably(one)));
        visible.get(i).add(millis(() -> show(store, other)));
      }
    }
    for (int i = 0; i < stores.size(); i++) {
      line(
          "%-10s one durable put %.2f / %.2f ms; put and found %.2f / %.2f ms",
          stores.get(i).name(),
          Figures.percentile(durable.get(i), 50),
          Figures.percentile(durable.get(i), 99),
          Figures.percentile(visible.get(i), 50),
          Figures.percentile(visible.get(i), 99));
    }
  }

  private static void show(Store store, Entry entry) throws Exception {
    store.put(List.of(entry));
    if (!store.shows(entry)) {
      throw new IllegalStateException(store.name() + " does not find what was put");
    }
  }

  /** In a warm JVM, to the first answer. */
  private void open() throws Exception {
    Question newest = Questions.about(new Entries().next(ASKED_ABOUT), "g").get(0);
    List<List<Double>> opened = lists();
    for (int run = 0; run < OPENINGS; run++) {
      for (int i = 0; i < stores.size(); i++) {
        Store store = stores.get(i);
        store.close();
        opened.get(i).add(millis(() -> answer(store, newest)));
      }
    }
    for (int i = 0; i < stores.size(); i++) {
      String name = stores.get(i).name();
      line("%-10s open and answer %.1f ms", name, Figures.median(opened.get(i)));
    }
  }

  private static void answer(Store store, Question question) throws Exception {
    store.open();
    store.contestants().get(0).ask().answer(question);
  }

  private List<List<Double>> lists() {
    List<List<Double>> lists = new ArrayList<>();
    stores.forEach(store -> lists.add(new ArrayList<>()));
    return lists;
  }

  private static double millis(Step step) throws Exception {
    long start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Race::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException reason) {
      throw new UncheckedIOException(reason);
    }
  }

  private static void line(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  private interface Step {
    void run() throws Exception;
  }
}
