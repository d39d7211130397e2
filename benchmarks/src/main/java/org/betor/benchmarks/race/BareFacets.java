package org.betor.benchmarks.race;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts by resolution and by language in one pass. */
final class BareFacets extends SimpleCollector {
  private final List<SortedSetDocValues> values = new ArrayList<>();
  private final List<int[]> counts = new ArrayList<>();
  private SortedSetDocValues resolutions;
  private SortedSetDocValues languages;
  private int[] byResolution = {};
  private int[] byLanguage = {};

  private BareFacets() throws IOException {
    resolutions = DocValues.emptySortedSet();
    languages = DocValues.emptySortedSet();
  }

  static CollectorManager<BareFacets, Boolean> into(List<BareFacets> made) {
    return new CollectorManager<>() {
      @Override
      public BareFacets newCollector() throws IOException {
        BareFacets facets = new BareFacets();
        made.add(facets);
        return facets;
      }

      @Override
      public Boolean reduce(Collection<BareFacets> done) {
        return true;
      }
    };
  }

  /** Such as {@code 1080p=12}. */
  static Collection<String> sums(List<BareFacets> collectors) throws IOException {
    Map<String, Integer> sums = new TreeMap<>();
    for (BareFacets collector : collectors) {
      for (int segment = 0; segment < collector.values.size(); segment++) {
        int[] ofSegment = collector.counts.get(segment);
        for (int value = 0; value < ofSegment.length; value++) {
          if (ofSegment[value] > 0) {
            String text = collector.values.get(segment).lookupOrd(value).utf8ToString();
            sums.merge(text, ofSegment[value], Integer::sum);
          }
        }
      }
    }
    return sums.entrySet().stream().map(sum -> sum.getKey() + "=" + sum.getValue()).toList();
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    resolutions = DocValues.getSortedSet(leaf.reader(), BareDocument.BY_RESOLUTION);
    languages = DocValues.getSortedSet(leaf.reader(), BareDocument.BY_LANGUAGE);
    byResolution = counted(resolutions);
    byLanguage = counted(languages);
  }

  @Override
  public void collect(int document) throws IOException {
    count(resolutions, byResolution, document);
    count(languages, byLanguage, document);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  private int[] counted(SortedSetDocValues ofSegment) {
    int[] zeros = new int[(int) ofSegment.getValueCount()];
    values.add(ofSegment);
    counts.add(zeros);
    return zeros;
  }

  private static void count(SortedSetDocValues values, int[] counts, int document)
      throws IOException {
    if (values.advanceExact(document)) {
      for (int left = values.docValueCount(); left > 0; left--) {
        counts[(int) values.nextOrd()]++;
      }
    }
  }
}
