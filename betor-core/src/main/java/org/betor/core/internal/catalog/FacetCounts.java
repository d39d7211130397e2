package org.betor.core.internal.catalog;

import static java.util.Comparator.comparingLong;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.betor.api.spi.Facet;
import org.jspecify.annotations.Nullable;

/** Counts what matches by the values of facets, in one pass. */
final class FacetCounts implements Matches.Visitor {
  private final Map<Facet, List<Segment>> segments = new EnumMap<>(Facet.class);

  private FacetCounts(Set<Facet> facets) {
    facets.forEach(facet -> segments.put(facet, new ArrayList<>()));
  }

  /** Of each facet the most frequent values first, then in their own order. */
  static Map<Facet, List<Facet.Count>> of(
      IndexSearcher searcher, Query query, Set<Facet> facets, int limit) throws IOException {
    FacetCounts counts = new FacetCounts(facets);
    Matches.each(searcher, query, counts);
    Map<Facet, List<Facet.Count>> byFacet = new EnumMap<>(Facet.class);
    for (Facet facet : facets) {
      byFacet.put(facet, counts.mostFrequent(facet, limit));
    }
    return byFacet;
  }

  @Override
  public Matches.Step open(LeafReader reader) throws IOException {
    List<Segment> opened = new ArrayList<>();
    for (Map.Entry<Facet, List<Segment>> facet : segments.entrySet()) {
      String field = FacetValues.field(facet.getKey());
      Segment segment = new Segment(DocValues.getSortedSet(reader, field));
      facet.getValue().add(segment);
      opened.add(segment);
    }
    return new Batch(opened);
  }

  private List<Facet.Count> mostFrequent(Facet facet, int limit) throws IOException {
    Map<String, Long> sums = new HashMap<>();
    for (Segment segment : segments.getOrDefault(facet, List.of())) {
      segment.addTo(sums);
    }
    return sums.entrySet().stream()
        .map(entry -> new Facet.Count(entry.getKey(), entry.getValue()))
        .sorted(comparingLong(Facet.Count::releases).reversed().thenComparing(Facet.Count::value))
        .limit(limit)
        .toList();
  }

  /** Counts many documents by one facet and then by the next, which takes less than in turn. */
  private static final class Batch implements Matches.Step {
    private static final int MOST = 1_024;

    private final List<Segment> facets;
    private final int[] documents = new int[MOST];
    private int size;

    Batch(List<Segment> facets) {
      this.facets = facets;
    }

    @Override
    public void take(int document) throws IOException {
      documents[size++] = document;
      if (size == MOST) {
        end();
      }
    }

    @Override
    public void end() throws IOException {
      for (Segment facet : facets) {
        facet.count(documents, size);
      }
      size = 0;
    }
  }

  /** The values of a facet in a segment. */
  private static final class Segment {
    private final SortedSetDocValues values;
    private final @Nullable SortedDocValues oneEach;
    private final int[] counts;

    Segment(SortedSetDocValues values) {
      this.values = values;
      oneEach = DocValues.unwrapSingleton(values);
      counts = new int[Math.toIntExact(values.getValueCount())];
    }

    void count(int[] documents, int size) throws IOException {
      if (oneEach == null) {
        countAll(documents, size);
      } else {
        countOne(oneEach, documents, size);
      }
    }

    private void countAll(int[] documents, int size) throws IOException {
      for (int i = 0; i < size; i++) {
        if (values.advanceExact(documents[i])) {
          for (int left = values.docValueCount(); left > 0; left--) {
            counts[(int) values.nextOrd()]++;
          }
        }
      }
    }

    private void countOne(SortedDocValues value, int[] documents, int size) throws IOException {
      for (int i = 0; i < size; i++) {
        if (value.advanceExact(documents[i])) {
          counts[value.ordValue()]++;
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
