package org.betor.core.internal.catalog;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.AlreadyClosedException;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Facet;
import org.betor.api.spi.Hits;
import org.betor.api.spi.TitleGroup;

/** Finds releases in an index, as far as it was refreshed. Safe for use by several threads. */
public final class CatalogReader {
  /** Titles are suggested from so many releases, the newest. */
  private static final int SUGGESTING = 200;

  private final IndexFolder folder;
  private final WordAnalyzer analyzer = new WordAnalyzer();
  private final RecentRecords newest = new RecentRecords();

  public CatalogReader(IndexFolder folder) {
    this.folder = folder;
  }

  public Optional<Release> find(ReleaseKey key, Viewer viewer) throws IOException {
    return searching(
        searcher ->
            Keys.release(searcher, key).filter(release -> release.level() <= viewer.level()));
  }

  public Hits search(CatalogQuery query, Viewer viewer) throws IOException {
    return searching(searcher -> finder(searcher, query, viewer).hits());
  }

  public List<TitleGroup> titles(CatalogQuery query, Viewer viewer) throws IOException {
    return searching(searcher -> finder(searcher, query, viewer).titles());
  }

  public Map<Facet, List<Facet.Count>> count(
      CatalogQuery query, Set<Facet> facets, int limit, Viewer viewer) throws IOException {
    checkLimit(limit);
    return searching(searcher -> finder(searcher, query, viewer).count(facets, limit));
  }

  public List<String> suggest(String prefix, int limit, Viewer viewer) throws IOException {
    checkLimit(limit);
    List<String> typed = analyzer.words(prefix);
    if (typed.isEmpty()) {
      return List.of();
    }
    BooleanQuery.Builder matching = ReleaseQuery.visible(viewer);
    WordQuery.add(matching, Finder.counted(typed), Occur.FILTER);
    Suggestions suggestions = new Suggestions(Finder.counted(typed), analyzer);
    return searching(
        searcher -> {
          suggestions.addTitles(
              searcher, top(searcher, matching.build(), SUGGESTING, Order.NEWEST));
          return suggestions.best(limit);
        });
  }

  public List<ReleaseKey> lacking(Class<? extends Section> section, Instant olderThan, int limit)
      throws IOException {
    checkLimit(limit);
    SectionKind kind = SectionKind.of(section);
    return searching(
        searcher -> {
          Query lacking = ReleaseQuery.lacking(kind, olderThan);
          ScoreDoc[] found = top(searcher, lacking, limit, Order.oldest(kind));
          return Records.of(searcher, found, PackedJson::read).stream().map(Release::key).toList();
        });
  }

  public void scan(Consumer<Release> each) throws IOException {
    searching(
        searcher -> {
          Scan.of(searcher, each);
          return true;
        });
  }

  private Finder finder(IndexSearcher searcher, CatalogQuery query, Viewer viewer) {
    List<String> words = query.words().isEmpty() ? List.of() : analyzer.words(query.words());
    return new Finder(searcher, query, words, viewer, newest);
  }

  private static ScoreDoc[] top(IndexSearcher searcher, Query query, int limit, Sort order)
      throws IOException {
    return Top.of(searcher, query, order, limit, null, 1).scoreDocs;
  }

  <T> T searching(Search<T> search) throws IOException {
    SearcherManager searchers = folder.searchers();
    try {
      return searching(searchers, search);
    } catch (AlreadyClosedException replaced) {
      if (searchers == folder.searchers()) {
        throw replaced;
      }
      return searching(search);
    }
  }

  private static <T> T searching(SearcherManager searchers, Search<T> search) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return search.in(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  private static void checkLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is 1 or more, got " + limit);
    }
  }

  interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }
}
