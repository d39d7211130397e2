package org.betor.core.internal.catalog;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.TotalHits.Relation;
import org.apache.lucene.search.Weight;
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
    if (order.needsScores() && after == null) {
      return Ranking.of(searcher, query, wanted, counted);
    }
    long total =
        counted > 1 && ReleaseQuery.isForAllVisible(query) ? knownTotal(searcher, query) : -1;
    if (total < 0) {
      return searcher.search(query, new TopFieldCollectorManager(order, wanted, after, counted));
    }
    TopFieldDocs first =
        searcher.search(query, new TopFieldCollectorManager(order, wanted, after, 1));
    return new TopFieldDocs(new TotalHits(total, Relation.EQUAL_TO), first.scoreDocs, first.fields);
  }

  /**
   * How many match, where each segment knows it without a walk, as those do of which nothing was
   * deleted. Below 0 if it has to be counted.
   */
  private static long knownTotal(IndexSearcher searcher, Query query) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    long total = 0;
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      int known = weight.count(segment);
      if (known < 0) {
        return known;
      }
      total += known;
    }
    return total;
  }
}
