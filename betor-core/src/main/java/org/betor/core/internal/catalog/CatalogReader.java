package org.betor.core.internal.catalog;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits.Relation;
import org.apache.lucene.store.AlreadyClosedException;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Hits;

/** Finds releases in an index, as far as it was refreshed. Safe for use by several threads. */
public final class CatalogReader {
  /** Totals are exact up to here; further than this nobody can page. */
  private static final int COUNTED = 10_000;

  /** Titles are suggested from so many releases, the newest. */
  private static final int SUGGESTING = 200;

  private final IndexFolder folder;
  private final WordAnalyzer analyzer = new WordAnalyzer();

  public CatalogReader(IndexFolder folder) {
    this.folder = folder;
  }

  public Optional<Release> find(ReleaseKey key, Viewer viewer) throws IOException {
    return searching(
        searcher -> {
          TopDocs found = searcher.search(new TermQuery(ReleaseDocument.term(key)), 1);
          return releases(searcher, found, 0).stream()
              .filter(release -> release.level() <= viewer.level())
              .findFirst();
        });
  }

  public Hits search(CatalogQuery query, Viewer viewer) throws IOException {
    Query matching = ReleaseQuery.of(query, analyzer.words(query.words()), viewer);
    return searching(
        searcher -> {
          int last = query.offset() + query.limit();
          TopFieldDocs found = top(searcher, matching, last, ReleaseQuery.sort(query));
          return new Hits(
              releases(searcher, found, query.offset()),
              found.totalHits.value,
              found.totalHits.relation == Relation.EQUAL_TO);
        });
  }

  public List<String> suggest(String prefix, int limit, Viewer viewer) throws IOException {
    checkLimit(limit);
    List<String> typed = analyzer.words(prefix);
    if (typed.isEmpty()) {
      return List.of();
    }
    Suggestions suggestions = new Suggestions(typed, analyzer);
    return searching(
        searcher -> {
          Query matching = ReleaseQuery.of(typed, viewer);
          for (ScoreDoc found :
              top(searcher, matching, SUGGESTING, ReleaseQuery.NEWEST).scoreDocs) {
            suggestions.addTitles(searcher, found.doc);
          }
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
          TopDocs found = top(searcher, lacking, limit, ReleaseQuery.oldest(kind));
          return releases(searcher, found, 0).stream().map(Release::key).toList();
        });
  }

  /**
   * The release of that key, whoever looks.
   *
   * @throws IllegalArgumentException if its record cannot be read
   */
  Optional<Release> get(ReleaseKey key) throws IOException {
    return searching(
        searcher -> {
          ScoreDoc[] found = searcher.search(new TermQuery(ReleaseDocument.term(key)), 1).scoreDocs;
          return found.length == 0
              ? Optional.empty()
              : Optional.of(Records.get(searcher, found[0].doc));
        });
  }

  private static TopFieldDocs top(IndexSearcher searcher, Query query, int limit, Sort sort)
      throws IOException {
    int wanted = Math.min(limit, Math.max(1, searcher.getIndexReader().maxDoc()));
    return searcher.search(query, new TopFieldCollectorManager(sort, wanted, COUNTED));
  }

  private static List<Release> releases(IndexSearcher searcher, TopDocs found, int offset)
      throws IOException {
    List<Release> releases = new ArrayList<>();
    for (int i = offset; i < found.scoreDocs.length; i++) {
      Records.find(searcher, found.scoreDocs[i].doc).ifPresent(releases::add);
    }
    return releases;
  }

  private <T> T searching(Search<T> search) throws IOException {
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

  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }
}
