package org.betor.core.internal.imdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.betor.core.ImportReport;

/** What is noted about one file while it is read, by one thread at a time. */
final class Findings {
  private static final int EXAMPLES = 20;

  private final List<ImportReport.Malformed> examples = new ArrayList<>();
  private long malformed;
  private long skipped;

  synchronized void malformed(Path file, long line, String reason) {
    malformed++;
    if (examples.size() < EXAMPLES) {
      examples.add(new ImportReport.Malformed(file, line, reason));
    }
  }

  synchronized void skipped() {
    skipped++;
  }

  synchronized long malformedLines() {
    return malformed;
  }

  synchronized long skippedLines() {
    return skipped;
  }

  synchronized List<ImportReport.Malformed> examples() {
    return List.copyOf(examples);
  }
}
