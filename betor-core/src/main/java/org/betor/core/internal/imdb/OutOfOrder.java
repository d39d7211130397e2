package org.betor.core.internal.imdb;

/** A file is not in the order of its ids, and has to be sorted before it is read. */
final class OutOfOrder extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Table table;

  OutOfOrder(Table table) {
    super(table + " is not in the order of its ids");
    this.table = table;
  }

  Table table() {
    return table;
  }
}
