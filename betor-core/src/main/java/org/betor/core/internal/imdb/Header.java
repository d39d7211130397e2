package org.betor.core.internal.imdb;

import java.util.List;

/**
 * The names of a file's columns: its first line.
 *
 * @param columns in their order
 */
record Header(List<String> columns) {
  /** The place of a column that is not there. */
  static final int MISSING = -1;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  static Header read(String line) {
    String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    return new Header(List.of(text.split("\t", -1)));
  }

  /** The place of a column; {@link #MISSING} if it has none. */
  int place(String column) {
    return columns.indexOf(column);
  }

  boolean has(String... wanted) {
    return columns.containsAll(List.of(wanted));
  }
}
