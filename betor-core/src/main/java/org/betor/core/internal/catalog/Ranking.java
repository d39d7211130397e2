package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.TotalHits.Relation;

/**
 * Finds what matches best, and of equals the newest. The documents of a segment lie in that order,
 * so within a segment the collector for scores alone is right, which skips whatever is only equal.
 * What the segments gave is then put together.
 */
final class Ranking implements Collector {
  private static final Comparator<FieldDoc> BEST_FIRST =
      Comparator.comparing((FieldDoc found) -> -found.score)
          .thenComparing(found -> (Long) found.fields[1], Comparator.reverseOrder())
          .thenComparing(found -> (Long) found.fields[2]);

  private final int limit;
  private final int counted;
  private final List<Segment> segments = new ArrayList<>();

  private Ranking(int limit, int counted) {
    this.limit = limit;
    this.counted = counted;
  }

  /**
   * The first documents of the order, with their scores, times and ties.
   *
   * @param counted up to where the total is exact
   */
  static TopFieldDocs of(IndexSearcher searcher, Query query, int limit, int counted)
      throws IOException {
    return searcher.search(
        query,
        new CollectorManager<Ranking, TopFieldDocs>() {
          @Override
          public Ranking newCollector() {
            return new Ranking(limit, counted);
          }

          @Override
          public TopFieldDocs reduce(Collection<Ranking> rankings) throws IOException {
            return merged(rankings, limit);
          }
        });
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
    int left = Math.max(0, counted - found());
    // of its own: segments of one manager have each other leave out what is only as good
    TopScoreDocCollector best =
        new TopScoreDocCollectorManager(limit, null, left, false).newCollector();
    segments.add(new Segment(segment, best));
    return best.getLeafCollector(segment);
  }

  private int found() {
    return segments.stream().mapToInt(segment -> segment.best.getTotalHits()).sum();
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }

  private static TopFieldDocs merged(Collection<Ranking> rankings, int limit) throws IOException {
    List<FieldDoc> all = new ArrayList<>();
    long total = 0;
    Relation relation = Relation.EQUAL_TO;
    for (Ranking ranking : rankings) {
      for (Segment segment : ranking.segments) {
        TopDocs found = segment.best.topDocs();
        total += found.totalHits.value;
        relation =
            found.totalHits.relation == Relation.EQUAL_TO ? relation : found.totalHits.relation;
        segment.addTo(all, found.scoreDocs);
      }
    }
    all.sort(BEST_FIRST);
    FieldDoc[] first = all.stream().limit(limit).toArray(FieldDoc[]::new);
    return new TopFieldDocs(new TotalHits(total, relation), first, new SortField[0]);
  }

  /** A segment, and what is best of it. */
  private record Segment(LeafReaderContext leaf, TopScoreDocCollector best) {
    /** Adds documents with their times and ties. */
    void addTo(List<FieldDoc> all, ScoreDoc[] found) throws IOException {
      if (found.length == 0) {
        return;
      }
      NumericDocValues seen = DocValues.getNumeric(leaf.reader(), ReleaseDocument.SEEN);
      NumericDocValues ties = DocValues.getNumeric(leaf.reader(), ReleaseDocument.TIE);
      Arrays.sort(found, Comparator.comparingInt(document -> document.doc));
      for (ScoreDoc document : found) {
        int inLeaf = document.doc - leaf.docBase;
        Object[] fields = {document.score, value(seen, inLeaf), value(ties, inLeaf)};
        all.add(new FieldDoc(document.doc, document.score, fields));
      }
    }

    private static long value(NumericDocValues values, int document) throws IOException {
      return values.advanceExact(document) ? values.longValue() : 0;
    }
  }
}
