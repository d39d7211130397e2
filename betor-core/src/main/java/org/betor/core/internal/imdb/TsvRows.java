package org.betor.core.internal.imdb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The rows of a file, in its order. */
final class TsvRows implements RowSource {
  private static final int PORTION_LINES = 10_000;

  private final TsvFile file;
  private final LineFormat format;
  private final LineReader lines;
  private final Line line;
  private final Findings findings;

  TsvRows(TsvFile file, LineFormat format, Findings findings, AtomicLong bytesRead)
      throws IOException {
    this.file = file;
    this.format = format;
    this.lines = file.lines(bytesRead);
    this.line = new Line(file.header().columns().size());
    this.findings = findings;
  }

  @Override
  public Portion next() {
    List<Row> rows = new ArrayList<>();
    int bytes = 0;
    int read = 0;
    while (read++ < PORTION_LINES && rows.size() < PORTION_ROWS && bytes < PORTION_BYTES) {
      if (!advance()) {
        return new Portion(rows, true);
      }
      Optional<Row> row = row();
      row.ifPresent(rows::add);
      bytes += row.map(some -> some.said().length).orElse(0);
    }
    return new Portion(rows, false);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** Goes to the next line; the first one is the header. */
  private boolean advance() {
    try {
      return (lines.number() > 0 || lines.advance()) && lines.advance();
    } catch (IOException reason) {
      throw TsvFile.unreadable(file.path(), lines.number(), reason);
    }
  }

  private Optional<Row> row() {
    line.take(lines);
    Optional<Row> row = line.complaint() == null ? format.read(line) : Optional.empty();
    String complaint = line.complaint();
    if (complaint != null) {
      findings.malformed(file.path(), lines.number(), complaint);
    } else if (row.isEmpty()) {
      findings.skipped();
    }
    return row;
  }
}
