package org.betor.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.spi.TitleQuestion;
import org.betor.benchmarks.race.TitleFiles;
import org.betor.core.ImportProgress;
import org.betor.core.ImportReport;
import org.betor.core.ImportSelection;
import org.betor.core.internal.imdb.ImdbIndex;

/** Imports files in the form of IMDb's, and asks for titles: {@code ImportTitles [titles]}. */
public final class ImportTitles {
  private static final int IMDB = 11_000_000;
  private static final int QUESTIONS = 2_000;
  private static final int ASKED_FOR = 20;

  private ImportTitles() {}

  /** Runs it, and prints what it measured. */
  public static void main(String[] args) throws Exception {
    int count = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("betor-titles");
    List<TitleFiles.Made> made = TitleFiles.write(folder, count);
    double unzip = seconds(() -> unzip(folder));
    System.out.printf(Locale.ROOT, "only read and unzipped: %,.0f titles/s%n", count / unzip);
    try (ImdbIndex index = ImdbIndex.open(folder.resolve("index"))) {
      importAll(index, folder, count);
      ask(index, made);
    }
  }

  private static void importAll(ImdbIndex index, Path folder, int count) throws Exception {
    resetPeak();
    ImportReport[] report = new ImportReport[1];
    double took =
        seconds(
            () ->
                report[0] =
                    index.importFiles(
                        TitleFiles.in(folder),
                        ImportSelection.FILMS_AND_SERIES,
                        ImportProgress.NONE));
    System.out.printf(
        Locale.ROOT,
        "imported: %,.0f titles/s; %,d names; peak heap %d of %d MiB%n",
        count / took,
        report[0].names(),
        peakBytes() >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
    long bytes = bytes(folder.resolve("index"));
    System.out.printf(Locale.ROOT, "on disk: %d bytes a title%n", bytes / count);
    System.out.printf(
        Locale.ROOT,
        "11 million titles, extrapolated: %.0f s, %.1f GB%n",
        took / count * IMDB,
        (double) bytes / count * IMDB / 1e9);
  }

  private static void ask(ImdbIndex index, List<TitleFiles.Made> made) {
    List<List<Double>> times = new ArrayList<>();
    int[] found = new int[Wording.values().length];
    int[] asked = new int[found.length];
    for (int pass = 0; pass < 2; pass++) { // the first one warms up
      times.clear();
      Stream.of(Wording.values()).forEach(wording -> times.add(new ArrayList<>()));
      Random random = new Random(3);
      for (int i = 0; i < QUESTIONS; i++) {
        TitleFiles.Made title = made.get(random.nextInt(made.size()));
        Wording wording = Wording.values()[i % found.length];
        TitleQuestion question = wording.question(title, random);
        long start = System.nanoTime();
        List<Title> answer = index.candidates(question, ASKED_FOR);
        times.get(wording.ordinal()).add((System.nanoTime() - start) / 1e3);
        asked[wording.ordinal()]++;
        found[wording.ordinal()] +=
            answer.stream().anyMatch(each -> each.ids().get(0).value().equals(title.id())) ? 1 : 0;
      }
    }
    for (Wording wording : Wording.values()) {
      List<Double> micros = times.get(wording.ordinal());
      print(wording.name(), micros, (double) found[wording.ordinal()] / asked[wording.ordinal()]);
    }
    List<Double> all = times.stream().flatMap(List::stream).toList();
    print(
        "all",
        all,
        1.0
            * Stream.of(found).flatMapToInt(java.util.Arrays::stream).sum()
            / java.util.Arrays.stream(asked).sum());
  }

  private static void print(String what, List<Double> micros, double found) {
    System.out.printf(
        Locale.ROOT,
        "%-12s p50 %6.0f µs, p99 %6.0f µs, max %6.0f, found %.1f %%%n",
        what,
        Figures.percentile(micros, 50),
        Figures.percentile(micros, 99),
        Figures.percentile(micros, 100),
        100 * found);
  }

  private static void unzip(Path folder) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (Path file : TitleFiles.in(folder)) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file), buffer.length)) {
        while (in.read(buffer) >= 0) {
          // nothing is done with it
        }
      }
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static double seconds(Step step) throws Exception {
    long start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void resetPeak() {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peakBytes() {
    return heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  private interface Step {
    void run() throws Exception;
  }

  /** How a question names a title. */
  private enum Wording {
    NAMES,
    TRANSLATED,
    PARTIAL,
    MISSPELT;

    TitleQuestion question(TitleFiles.Made title, Random random) {
      TitleQuestion.Builder question =
          switch (this) {
            case NAMES -> TitleQuestion.of(title.brazilianName(), title.name());
            case TRANSLATED -> TitleQuestion.of(title.brazilianName());
            case PARTIAL -> TitleQuestion.of(withoutLastWord(title.brazilianName()));
            case MISSPELT -> TitleQuestion.of(misspelt(title.brazilianName(), random));
          };
      return question
          .year(title.year())
          .mediaType(title.series() ? MediaType.SERIES : MediaType.FILM)
          .build();
    }

    private static String withoutLastWord(String name) {
      int end = name.lastIndexOf(' ');
      return end < 0 ? name : name.substring(0, end);
    }

    private static String misspelt(String name, Random random) {
      int at = name.length() / 2 + random.nextInt(name.length() / 2);
      return name.substring(0, at) + 'x' + name.substring(Math.min(name.length(), at + 1));
    }
  }
}
