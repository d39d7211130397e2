package org.betor.core.internal.imdb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Titles with what all tables say of them, in the order of their ids: the tables are read side by
 * side. Names and ratings of other ids are passed over.
 */
final class Drafts {
  private final Map<Table, RowsAhead> rows;
  private long repeated;

  /** Reads the rows of all tables. */
  Drafts(Map<Table, RowsAhead> rows) {
    this.rows = rows;
  }

  /** The next one; null at the end. */
  @Nullable Draft next() throws IOException {
    Row first = rows(Table.TITLES).peek();
    if (first == null) {
      return null;
    }
    long id = first.id();
    BytesRef facts = one(rows(Table.TITLES), id);
    List<BytesRef> others = all(rows(Table.NAMES), id);
    return facts == null ? null : new Draft(id, facts, others, one(rows(Table.RATINGS), id));
  }

  /** How many rows excluded each other, and did not count. */
  long repeated() {
    return repeated;
  }

  private RowsAhead rows(Table table) {
    return Objects.requireNonNull(rows.get(table));
  }

  /** The row of an id that counts; null if there is none. */
  private @Nullable BytesRef one(RowsAhead rows, long id) throws IOException {
    Row best = null;
    for (Row row = upTo(rows, id); row != null; row = upTo(rows, id)) {
      repeated += best == null ? 0 : 1;
      best = best == null || row.said().compareTo(best.said()) < 0 ? row : best;
      rows.advance();
    }
    return best == null ? null : best.said();
  }

  private static List<BytesRef> all(RowsAhead rows, long id) throws IOException {
    List<BytesRef> all = new ArrayList<>();
    for (Row row = upTo(rows, id); row != null; row = upTo(rows, id)) {
      all.add(row.said());
      if (all.size() == 2 * Draft.MOST_NAMES) {
        cut(all);
      }
      rows.advance();
    }
    cut(all);
    return all;
  }

  private static void cut(List<BytesRef> names) {
    names.sort(Comparator.naturalOrder());
    names.subList(Math.min(names.size(), Draft.MOST_NAMES), names.size()).clear();
  }

  /** The next row if it is of this id; rows of lower ids are passed over. */
  private static @Nullable Row upTo(RowsAhead rows, long id) throws IOException {
    Row row = rows.peek();
    while (row != null && row.id() < id) {
      rows.advance();
      row = rows.peek();
    }
    return row != null && row.id() == id ? row : null;
  }
}
