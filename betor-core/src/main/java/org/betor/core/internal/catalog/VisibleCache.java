package org.betor.core.internal.catalog;

import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.Weight;

/**
 * Remembers what the viewers of a level may see, a bit for each release, since every search asks
 * that. What else is asked differs from search to search, and would take longer to remember than to
 * find. Lucene's own cache belongs to the whole program.
 */
final class VisibleCache implements QueryCache {
  private static final int LEVELS = 16;
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

  @Override
  public Weight doCache(Weight weight, QueryCachingPolicy policy) {
    return ReleaseQuery.isLevel(weight.getQuery()) ? levels.doCache(weight, ALWAYS) : weight;
  }
}
