package org.betor.benchmarks.race;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Fills a catalogue, and works with it in a JVM with little heap. */
public final class Heap {
  private static final int ASKED_ABOUT = 10_000;
  private static final int PUTS = 5_000;
  private static final int BATCH = 50;

  private Heap() {}

  /** Makes a catalogue and a list of questions in a folder. */
  public static void fill(Path folder, int releases) throws Exception {
    Store store = new CatalogStore(Files.createDirectory(folder.resolve("catalogue")));
    Load.fill(List.of(store), new Entries(), releases);
    store.close();
    List<Question> questions =
        Questions.about(new Entries().next(Math.min(releases, ASKED_ABOUT)), "abcdefgh");
    Files.write(folder.resolve("questions"), questions.stream().map(Question::line).toList());
  }

  /** Asks all questions, puts releases, and prints the heap that is in use after each step. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Entries entries = new Entries(5);
    print("before it is opened, test data included");
    Store store = new CatalogStore(folder.resolve("catalogue"));
    print("open");
    long found = ask(store, folder.resolve("questions"));
    print("after all questions, which found " + found);
    for (int put = 0; put < PUTS; put += BATCH) {
      store.put(entries.next(BATCH));
    }
    Entry last = entries.next(1).get(0);
    store.put(List.of(last));
    if (!store.shows(last)) {
      throw new IllegalStateException("what was put is not found");
    }
    print("after " + PUTS + " puts");
    store.close();
  }

  private static long ask(Store store, Path questions) throws Exception {
    long found = 0;
    try (Stream<String> lines = Files.lines(questions)) {
      for (Question question : (Iterable<Question>) lines.map(Question::parse)::iterator) {
        found += store.contestants().get(0).ask().answer(question).items().size();
      }
    }
    return found;
  }

  private static void print(String when) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long bytes = runtime.totalMemory() - runtime.freeMemory();
    System.out.printf(Locale.ROOT, "%5.1f MiB %s%n", bytes / (1024.0 * 1024), when);
  }
}
