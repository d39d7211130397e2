package org.betor.examples.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Language;
import org.betor.api.model.Release;

/**
 * Releases as a table for people.
 *
 * @param releases a line each
 */
record ReleaseTable(List<Release> releases) {
  private static final List<String> HEADER =
      List.of("TITLE", "YEAR", "QUALITY", "LANGUAGES", "SIZE", "PROVIDER", "INFO-HASH");
  private static final int MAX_WIDTH = 44;

  void print(PrintWriter out) {
    List<List<String>> rows = releases.stream().map(ReleaseTable::row).toList();
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
