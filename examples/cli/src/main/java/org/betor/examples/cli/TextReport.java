package org.betor.examples.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Language;
import org.betor.api.model.Release;
import org.betor.core.Outcome;
import org.betor.core.Report;

/** A report as a table for people. */
final class TextReport {
  private static final List<String> HEADER =
      List.of("TITLE", "YEAR", "QUALITY", "LANGUAGES", "SIZE", "PROVIDER", "INFO-HASH");
  private static final int MAX_WIDTH = 44;

  private final Report report;
  private final Path folder;

  TextReport(Report report, Path folder) {
    this.report = report;
    this.folder = folder;
  }

  void print(PrintWriter out) {
    out.println();
    if (report.releases().isEmpty()) {
      out.println("Nothing found.");
    } else {
      printTable(out);
    }
    out.println();
    report.outcomes().forEach(outcome -> out.println(line(outcome)));
    out.println("Index: " + folder.toAbsolutePath().normalize());
  }

  private void printTable(PrintWriter out) {
    List<List<String>> rows = report.releases().stream().map(TextReport::row).toList();
    int[] widths = IntStream.range(0, HEADER.size()).map(column -> width(rows, column)).toArray();
    out.println(line(HEADER, widths));
    rows.forEach(row -> out.println(line(row, widths)));
  }

  private static List<String> row(Release release) {
    return List.of(
        cut((release.title() + " " + release.episodes()).strip()),
        release.year().isPresent() ? Integer.toString(release.year().getAsInt()) : "",
        release.quality().toString(),
        release.audio().stream().map(Language::tag).collect(joining(" ")),
        release.sizeBytes().isPresent() ? size(release.sizeBytes().getAsLong()) : "",
        release.providers().stream().sorted().collect(joining(" ")),
        release.infoHash().map(InfoHash::hex).orElse("not known yet"));
  }

  private static String line(Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%s: %s, in %.1f s",
        outcome.provider().name(),
        outcome.describe(),
        outcome.took().toMillis() / 1000.0);
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream()
        .mapToInt(row -> row.get(column).length())
        .reduce(HEADER.get(column).length(), Math::max);
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
        .collect(joining("  "))
        .stripTrailing();
  }

  private static String size(long bytes) {
    double gibibytes = bytes / (1024.0 * 1024 * 1024);
    return gibibytes >= 1
        ? String.format(Locale.ROOT, "%.2f GB", gibibytes)
        : String.format(Locale.ROOT, "%.0f MB", gibibytes * 1024);
  }

  private static String cut(String text) {
    return text.length() <= MAX_WIDTH ? text : text.substring(0, MAX_WIDTH - 1) + "…";
  }
}
