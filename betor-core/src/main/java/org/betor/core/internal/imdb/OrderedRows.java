package org.betor.core.internal.imdb;

import java.io.IOException;

/** Rows that have to be in the order of their ids. */
final class OrderedRows implements RowSource {
  private final RowSource rows;
  private final Table table;
  private long lastId;

  OrderedRows(RowSource rows, Table table) {
    this.rows = rows;
    this.table = table;
  }

  /**
   * The next rows.
   *
   * @throws OutOfOrder if an id is lower than the one before it
   */
  @Override
  public Portion next() throws IOException {
    Portion portion = rows.next();
    for (Row row : portion.rows()) {
      if (row.id() < lastId) {
        throw new OutOfOrder(table);
      }
      lastId = row.id();
    }
    return portion;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
