package org.betor.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.betor.core.Outcome;
import org.betor.core.Report;

/** A report as tables for people. */
final class TextReport {
  private final Report report;
  private final Path folder;

  TextReport(Report report, Path folder) {
    this.report = report;
    this.folder = folder;
  }

  /** All releases in the order of the report. */
  void print(PrintWriter out) {
    out.println();
    if (report.releases().isEmpty()) {
      out.println("Nothing found.");
    } else {
      new ReleaseTable(report.releases()).print(out);
    }
    printOutcomes(out);
  }

  /** A table for each film or series, in the order of their first releases. */
  void printByTitle(PrintWriter out) {
    out.println();
    if (report.releases().isEmpty()) {
      out.println("Nothing found.");
    }
    for (TitleGroups.Group group : TitleGroups.of(report.releases())) {
      out.println(group.heading());
      new ReleaseTable(group.releases()).print(out);
      out.println();
    }
    printOutcomes(out);
  }

  private void printOutcomes(PrintWriter out) {
    out.println();
    report.outcomes().forEach(outcome -> out.println(line(outcome)));
    out.println("Index: " + folder.toAbsolutePath().normalize());
  }

  private static String line(Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%s: %s, in %.1f s",
        outcome.provider().name(),
        outcome.describe(),
        outcome.took().toMillis() / 1000.0);
  }
}
