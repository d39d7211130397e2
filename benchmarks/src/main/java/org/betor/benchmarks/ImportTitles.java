package org.betor.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.betor.benchmarks.race.BareTitles;
import org.betor.benchmarks.race.TitleFiles;
import org.betor.benchmarks.race.TitleQuestions;
import org.betor.core.ImportProgress;
import org.betor.core.ImportSelection;
import org.betor.core.internal.imdb.ImdbIndex;

/**
 * Imports files in the form of IMDb's, beside reading them only and beside bare Lucene, and asks
 * for titles: {@code ImportTitles [titles]}. Of each step it prints what it takes by the clock, and
 * by the time of processors that it had, which tells more where other programs run as well.
 */
public final class ImportTitles {
  private static final int IMDB = 11_000_000;
  private static final int BARE = 300_000;

  private ImportTitles() {}

  /** Runs it, and prints what it measured. */
  public static void main(String[] args) throws Exception {
    int count = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("betor-titles");
    List<TitleFiles.Made> made = TitleFiles.write(folder, count);
    List<Path> files = TitleFiles.in(folder);
    run("only read and unzipped", count, () -> unzip(files));
    int bare = Math.min(count, BARE);
    List<BareTitles.Lines> lines = BareTitles.read(files, bare);
    run("bare Lucene, from memory", bare, () -> BareTitles.index(folder.resolve("bare"), lines));
    printBytes(folder.resolve("bare"), bare);
    lines.clear();
    try (ImdbIndex index = ImdbIndex.open(folder.resolve("index"))) {
      double seconds =
          run(
              "imported",
              count,
              () ->
                  index.importFiles(files, ImportSelection.FILMS_AND_SERIES, ImportProgress.NONE));
      System.out.printf(
          Locale.ROOT,
          "  with at most %d MiB of heap%n  11 million titles, extrapolated: %.0f s, %.1f GB%n",
          Runtime.getRuntime().maxMemory() >> 20,
          seconds / count * IMDB,
          (double) bytes(folder.resolve("index")) / count * IMDB / 1e9);
      printBytes(folder.resolve("index"), count);
      TitleQuestions.ask(index, made);
    }
  }

  private static double run(String what, int titles, Step step) throws Exception {
    long start = System.nanoTime();
    long cpuStart = cpuNanos();
    step.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s: %,.0f titles/s, %,.0f in a second of one core%n",
        what,
        titles / seconds,
        titles * 1e9 / (cpuNanos() - cpuStart));
    return seconds;
  }

  private static void unzip(List<Path> files) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (Path file : files) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file), buffer.length)) {
        while (in.read(buffer) >= 0) {
          // nothing is done with it
        }
      }
    }
  }

  private static void printBytes(Path folder, int titles) throws IOException {
    System.out.printf(Locale.ROOT, "  on disk: %d bytes a title%n", bytes(folder) / titles);
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private interface Step {
    void run() throws Exception;
  }
}
