package org.betor.core.internal.imdb;

import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.betor.core.ImportProgress;
import org.betor.core.ImportReport;
import org.betor.core.ImportSelection;
import org.jspecify.annotations.Nullable;

/** Reads the files of an import side by side, each with a thread, and notes what it finds. */
final class Reading implements Closeable {
  private final TsvFiles files;
  private final ImportProgress progress;
  private final Map<Table, Findings> findings = new EnumMap<>(Table.class);
  private final Map<Table, RowsAhead> rows = new EnumMap<>(Table.class);
  private final AtomicLong bytesRead = new AtomicLong();
  private final Drafts drafts;
  private long titles;

  /**
   * Begins to read.
   *
   * @param sorted tables whose rows are to be sorted; the others have to be in order
   * @param sorting takes temporary files
   */
  Reading(
      TsvFiles files,
      ImportSelection selection,
      Set<Table> sorted,
      Directory sorting,
      ImportProgress progress)
      throws IOException {
    this.files = files;
    this.progress = progress;
    boolean begun = false;
    try {
      for (Table table : Table.values()) {
        findings.put(table, new Findings());
        rows.put(table, ahead(table, source(table, selection, sorted, sorting)));
      }
      begun = true;
    } finally {
      if (!begun) {
        IOUtils.closeWhileHandlingException(rows.values());
      }
    }
    drafts = new Drafts(rows);
  }

  /**
   * The next title; null at the end.
   *
   * @throws OutOfOrder if a table has to be sorted first
   */
  @Nullable Draft next() throws IOException {
    Draft next = drafts.next();
    titles += next == null ? 0 : 1;
    return next;
  }

  /** What was found when all is read. */
  ImportReport report(ImportState state) {
    return new ImportReport(
        state.titles(),
        state.names(),
        drafts.repeated() + findings.values().stream().mapToLong(Findings::skippedLines).sum(),
        findings.values().stream().mapToLong(Findings::malformedLines).sum(),
        findings.values().stream().flatMap(found -> found.examples().stream()).toList());
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(rows.values());
  }

  private RowsAhead ahead(Table table, RowSource source) {
    String thread = "betor-titles-" + table.name().toLowerCase(Locale.ROOT);
    return new RowsAhead(source, thread, this::tellProgress);
  }

  private RowSource source(
      Table table, ImportSelection selection, Set<Table> sorted, Directory sorting)
      throws IOException {
    Optional<TsvFile> file = files.get(table);
    if (file.isEmpty()) {
      return RowSource.NONE;
    }
    LineFormat format = table.format(file.get().header(), selection);
    Findings found = findings.computeIfAbsent(table, none -> new Findings());
    TsvRows unsorted = new TsvRows(file.get(), format, found, bytesRead);
    return sorted.contains(table)
        ? SortedRows.of(unsorted, sorting, this::tellProgress)
        : new OrderedRows(unsorted, table);
  }

  private void tellProgress() {
    progress.at(titles, bytesRead.get(), files.bytes());
  }
}
