package org.betor.core.internal.catalog;

import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.UsageTrackingQueryCachingPolicy;
import org.apache.lucene.search.Weight;

/**
 * Remembers which releases match parts of questions, a bit for each: what the viewers of a level
 * may see, since every search asks that, and what was asked several times of late, as by who turns
 * pages and counts facets. Lucene's own cache belongs to the whole program.
 */
final class PartCache implements QueryCache {
  private static final int LEVELS = 16;
  private static final int PARTS = 1_000;

  /** Each of the two caches takes no more. */
  private static final long BYTES = Math.min(16L << 20, Runtime.getRuntime().maxMemory() / 32);

  private static final QueryCachingPolicy ALWAYS =
      new QueryCachingPolicy() {
        @Override
        public void onUse(Query query) {}

        @Override
        public boolean shouldCache(Query query) {
          return true;
        }
      };

  private final LRUQueryCache levels = new LRUQueryCache(LEVELS, BYTES);
  private final LRUQueryCache others = new LRUQueryCache(PARTS, BYTES);
  private final QueryCachingPolicy askedOfLate = new UsageTrackingQueryCachingPolicy();

  @Override
  public Weight doCache(Weight weight, QueryCachingPolicy ofTheProgram) {
    return ReleaseQuery.isLevel(weight.getQuery())
        ? levels.doCache(weight, ALWAYS)
        : others.doCache(weight, askedOfLate);
  }
}
