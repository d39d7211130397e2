package org.betor.core.internal.catalog;

import java.io.IOException;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/** Finds what comes first. */
final class Top {
  private Top() {}

  /**
   * The first documents of an order.
   *
   * @param after what is to come before them, if anything
   * @param counted up to where the total is exact
   */
  static TopFieldDocs of(
      IndexSearcher searcher,
      Query query,
      Sort order,
      int limit,
      @Nullable FieldDoc after,
      int counted)
      throws IOException {
    int wanted = Math.min(limit, Math.max(1, searcher.getIndexReader().maxDoc()));
    return order.needsScores() && after == null
        ? Ranking.of(searcher, query, wanted, counted)
        : searcher.search(query, new TopFieldCollectorManager(order, wanted, after, counted));
  }
}
