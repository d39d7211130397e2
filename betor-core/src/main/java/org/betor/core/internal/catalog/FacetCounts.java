package org.betor.core.internal.catalog;

import static java.util.Comparator.comparingLong;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.betor.api.spi.Facet;

/** Counts what matches by the values of a facet, in one pass. */
final class FacetCounts implements Matches.Visitor {
  private final String field;
  private final List<Segment> segments = new ArrayList<>();

  private FacetCounts(Facet facet) {
    field = FacetValues.field(facet);
  }

  /** The most frequent values first, then in their own order. */
  static List<Facet.Count> of(IndexSearcher searcher, Query query, Facet facet, int limit)
      throws IOException {
    FacetCounts counts = new FacetCounts(facet);
    Matches.each(searcher, query, counts);
    return counts.byValue().entrySet().stream()
        .map(entry -> new Facet.Count(entry.getKey(), entry.getValue()))
        .sorted(comparingLong(Facet.Count::releases).reversed().thenComparing(Facet.Count::value))
        .limit(limit)
        .toList();
  }

  @Override
  public Matches.Step open(LeafReader reader) throws IOException {
    Segment segment = new Segment(DocValues.getSortedSet(reader, field));
    segments.add(segment);
    return segment::count;
  }

  private Map<String, Long> byValue() throws IOException {
    Map<String, Long> sums = new HashMap<>();
    for (Segment segment : segments) {
      segment.addTo(sums);
    }
    return sums;
  }

  private static final class Segment {
    private final SortedSetDocValues values;
    private final int[] counts;

    Segment(SortedSetDocValues values) {
      this.values = values;
      counts = new int[Math.toIntExact(values.getValueCount())];
    }

    void count(int document) throws IOException {
      if (values.advanceExact(document)) {
        for (int left = values.docValueCount(); left > 0; left--) {
          counts[(int) values.nextOrd()]++;
        }
      }
    }

    void addTo(Map<String, Long> sums) throws IOException {
      for (int value = 0; value < counts.length; value++) {
        if (counts[value] > 0) {
          sums.merge(values.lookupOrd(value).utf8ToString(), (long) counts[value], Long::sum);
        }
      }
    }
  }
}
