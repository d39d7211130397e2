package org.betor.core.internal.imdb;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Gives rows in portions. Not for use by several threads at once. */
interface RowSource extends Closeable {
  /** Has no rows. */
  RowSource NONE =
      new RowSource() {
        @Override
        public Portion next() {
          return new Portion(List.of(), true);
        }

        @Override
        public void close() {}
      };

  /** So many rows are a portion at most. */
  int PORTION_ROWS = 1_000;

  /** A portion ends with the row that brings it to so many bytes. */
  int PORTION_BYTES = 1 << 16;

  /** The next rows; there may be none in a portion that is not the last. */
  Portion next() throws IOException;

  /**
   * Rows that follow each other.
   *
   * @param last whether nothing follows
   */
  record Portion(List<Row> rows, boolean last) {}
}
