package org.betor.core.internal.catalog;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;

/** Asks Lucene what was asked of the catalogue. */
final class ReleaseQuery {
  /** The last seen first; also the order in which the index lies on disk. */
  static final Sort NEWEST = new Sort(newest());

  private static final Sort RELEVANCE = new Sort(SortField.FIELD_SCORE, newest());

  /** Words beyond these are ignored; Lucene refuses queries of over 1,024 parts. */
  private static final int MAX_WORDS = 100;

  private ReleaseQuery() {}

  /** All filters of a query, for words of it that were taken apart before. */
  static Query of(CatalogQuery query, List<String> words, Viewer viewer) {
    BooleanQuery.Builder all = visible(viewer);
    if (!query.words().isEmpty()) {
      all.add(words(words), Occur.MUST);
    }
    query.mediaType().ifPresent(type -> filter(all, ReleaseDocument.TYPE, type.name()));
    query.language().ifPresent(tag -> filter(all, ReleaseDocument.LANGUAGE, tag.tag()));
    query.resolution().ifPresent(lines -> filter(all, ReleaseDocument.RESOLUTION, lines.name()));
    query.provider().ifPresent(provider -> filter(all, ReleaseDocument.PROVIDER, provider));
    query.id().ifPresent(id -> filter(all, ReleaseDocument.ID, id.toString()));
    query.season().ifPresent(season -> filter(all, ReleaseDocument.SEASON, "" + season));
    if (query.fromYear().isPresent() || query.toYear().isPresent()) {
      int from = query.fromYear().orElse(Integer.MIN_VALUE);
      int to = query.toYear().orElse(Integer.MAX_VALUE);
      all.add(IntPoint.newRangeQuery(ReleaseDocument.YEAR, from, to), Occur.FILTER);
    }
    return all.build();
  }

  /** What has all of the words, the last of them as a beginning; nothing if there are none. */
  static Query of(List<String> words, Viewer viewer) {
    return visible(viewer).add(words(words), Occur.MUST).build();
  }

  /** What has no section of a kind, or none seen at that time or later. */
  static Query lacking(SectionKind kind, Instant olderThan) {
    Query fresh =
        LongField.newRangeQuery(
            ReleaseDocument.seen(kind), ReleaseDocument.nanos(olderThan), Long.MAX_VALUE);
    return new BooleanQuery.Builder()
        .add(new MatchAllDocsQuery(), Occur.MUST)
        .add(fresh, Occur.MUST_NOT)
        .build();
  }

  static Sort sort(CatalogQuery query) {
    boolean scored = query.sort() == CatalogQuery.Sort.RELEVANCE && !query.words().isEmpty();
    return scored ? RELEVANCE : NEWEST;
  }

  /** What was never seen first, then what was not seen for the longest time. */
  static Sort oldest(SectionKind kind) {
    SortField seen =
        LongField.newSortField(ReleaseDocument.seen(kind), false, SortedNumericSelector.Type.MIN);
    seen.setMissingValue(Long.MIN_VALUE);
    return new Sort(seen, new SortField(ReleaseDocument.SEEN, SortField.Type.LONG));
  }

  private static SortField newest() {
    return new SortField(ReleaseDocument.SEEN, SortField.Type.LONG, true);
  }

  private static BooleanQuery.Builder visible(Viewer viewer) {
    Query level = IntPoint.newRangeQuery(ReleaseDocument.LEVEL, 0, viewer.level());
    return new BooleanQuery.Builder().add(level, Occur.FILTER);
  }

  private static Query words(List<String> words) {
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    List<String> counted = words.subList(0, Math.min(MAX_WORDS, words.size()));
    int last = counted.size() - 1;
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : new LinkedHashSet<>(counted.subList(0, last))) {
      all.add(new TermQuery(new Term(ReleaseDocument.WORDS, word)), Occur.MUST);
    }
    return all.add(beginning(counted.get(last)), Occur.MUST).build();
  }

  /** The whole word scores, on top of what every word scores that starts so. */
  private static Query beginning(String word) {
    Term term = new Term(ReleaseDocument.WORDS, word);
    return new BooleanQuery.Builder()
        .add(new TermQuery(term), Occur.SHOULD)
        .add(new PrefixQuery(term), Occur.SHOULD)
        .build();
  }

  private static void filter(BooleanQuery.Builder all, String field, String value) {
    all.add(new TermQuery(new Term(field, value)), Occur.FILTER);
  }
}
