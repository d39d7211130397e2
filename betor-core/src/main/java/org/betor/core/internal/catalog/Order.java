package org.betor.core.internal.catalog;

import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.betor.api.spi.CatalogQuery;

/** The orders of what is found. Each ends with a number that no two releases share. */
final class Order {
  private static final SortField NEWEST_FIRST =
      new SortField(ReleaseDocument.SEEN, SortField.Type.LONG, true);
  private static final SortField TIE = new SortField(ReleaseDocument.TIE, SortField.Type.LONG);

  /** The last seen first; also the order in which the index lies on disk. */
  static final Sort NEWEST = new Sort(NEWEST_FIRST, TIE);

  private Order() {}

  static Sort of(CatalogQuery query) {
    return switch (query.sort()) {
      case RELEVANCE -> query.words().isEmpty() ? NEWEST : by(SortField.FIELD_SCORE);
      case NEWEST -> NEWEST;
      case SEEDERS ->
          by(
              missing(
                  IntField.newSortField(
                      ReleaseDocument.SEEDERS, true, SortedNumericSelector.Type.MAX),
                  -1));
      case SIZE ->
          by(
              missing(
                  LongField.newSortField(
                      ReleaseDocument.SIZE, true, SortedNumericSelector.Type.MAX),
                  -1L));
      case YEAR ->
          by(
              missing(
                  IntField.newSortField(ReleaseDocument.YEAR, true, SortedNumericSelector.Type.MAX),
                  -1));
    };
  }

  /** What was never seen first, then what was not seen for the longest time. */
  static Sort oldest(SectionKind kind) {
    SortField seen = new SortField(ReleaseDocument.seen(kind), SortField.Type.LONG);
    return new Sort(
        missing(seen, Long.MIN_VALUE),
        new SortField(ReleaseDocument.SEEN, SortField.Type.LONG),
        TIE);
  }

  private static Sort by(SortField first) {
    return new Sort(first, NEWEST_FIRST, TIE);
  }

  private static SortField missing(SortField field, Object value) {
    field.setMissingValue(value);
    return field;
  }
}
