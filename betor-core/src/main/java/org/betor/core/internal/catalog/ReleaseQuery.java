package org.betor.core.internal.catalog;

import java.time.Instant;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;

/** Asks Lucene what was asked of the catalogue, except for its words. */
final class ReleaseQuery {
  private ReleaseQuery() {}

  /** What the viewer may see and all filters of a query let through. */
  static BooleanQuery.Builder filters(CatalogQuery query, Viewer viewer) {
    BooleanQuery.Builder all = visible(viewer);
    query.mediaType().ifPresent(type -> filter(all, ReleaseDocument.TYPE, type.name()));
    query.language().ifPresent(tag -> filter(all, ReleaseDocument.LANGUAGE, tag.tag()));
    query.resolution().ifPresent(lines -> filter(all, ReleaseDocument.RESOLUTION, lines.name()));
    query.source().ifPresent(source -> filter(all, ReleaseDocument.SOURCE, source.name()));
    query.provider().ifPresent(provider -> filter(all, ReleaseDocument.PROVIDER, provider));
    query.tag().ifPresent(tag -> filter(all, ReleaseDocument.TAG, tag));
    query.page().ifPresent(page -> all.add(ReleaseDocument.isListedOn(page), Occur.FILTER));
    query.id().ifPresent(id -> filter(all, ReleaseDocument.ID, id.toString()));
    query.season().ifPresent(season -> filter(all, ReleaseDocument.SEASON, "" + season));
    query.episode().ifPresent(number -> all.add(episode(number), Occur.FILTER));
    addRanges(all, query);
    return all;
  }

  /** What the viewer may see; no alias is among it. */
  static BooleanQuery.Builder visible(Viewer viewer) {
    return new BooleanQuery.Builder().add(upTo(viewer.level()), Occur.FILTER);
  }

  /** Whether a query asks for all that a viewer may see. */
  static boolean isForAllVisible(Query query) {
    return query instanceof BooleanQuery all
        && all.clauses().size() == 1
        && isLevel(all.clauses().get(0).getQuery());
  }

  /** What has no section of a kind, or none seen at that time or later. */
  static Query lacking(SectionKind kind, Instant olderThan) {
    Query fresh =
        NumericDocValuesField.newSlowRangeQuery(
            ReleaseDocument.seen(kind), ReleaseDocument.nanos(olderThan), Long.MAX_VALUE);
    BooleanQuery.Builder lacking =
        new BooleanQuery.Builder()
            .add(upTo(Integer.MAX_VALUE), Occur.FILTER)
            .add(fresh, Occur.MUST_NOT);
    if (kind == SectionKind.IDENTITY) {
      filter(lacking, ReleaseDocument.HASHLESS, "");
    }
    return lacking.build();
  }

  /** Whether a query, or a part of one, asks for nothing but the level. */
  static boolean isLevel(Query query) {
    return query instanceof IndexOrDocValuesQuery either
        && either.getIndexQuery() instanceof PointRangeQuery range
        && range.getField().equals(ReleaseDocument.LEVEL);
  }

  private static Query upTo(int level) {
    return new IndexOrDocValuesQuery(
        IntPoint.newRangeQuery(ReleaseDocument.LEVEL, 0, level),
        SortedNumericDocValuesField.newSlowRangeQuery(ReleaseDocument.LEVEL, 0, level));
  }

  private static void addRanges(BooleanQuery.Builder all, CatalogQuery query) {
    if (query.fromYear().isPresent() || query.toYear().isPresent()) {
      int from = query.fromYear().orElse(Integer.MIN_VALUE);
      int to = query.toYear().orElse(Integer.MAX_VALUE);
      all.add(IntField.newRangeQuery(ReleaseDocument.YEAR, from, to), Occur.FILTER);
    }
    if (query.seeders().isPresent()) {
      int least = query.seeders().getAsInt();
      all.add(
          IntField.newRangeQuery(ReleaseDocument.SEEDERS, least, Integer.MAX_VALUE), Occur.FILTER);
    }
    if (query.fromBytes().isPresent() || query.toBytes().isPresent()) {
      long from = query.fromBytes().orElse(Long.MIN_VALUE);
      long to = query.toBytes().orElse(Long.MAX_VALUE);
      all.add(LongField.newRangeQuery(ReleaseDocument.SIZE, from, to), Occur.FILTER);
    }
  }

  private static Query episode(int number) {
    return new BooleanQuery.Builder()
        .add(term(ReleaseDocument.EPISODE, "" + number), Occur.SHOULD)
        .add(term(ReleaseDocument.EPISODE, ReleaseDocument.WHOLE), Occur.SHOULD)
        .build();
  }

  private static void filter(BooleanQuery.Builder all, String field, String value) {
    all.add(term(field, value), Occur.FILTER);
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }
}
