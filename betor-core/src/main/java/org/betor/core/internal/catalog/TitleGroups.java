package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.betor.api.spi.TitleGroup;
import org.jspecify.annotations.Nullable;

/**
 * Groups what matches by film or series. What is found is gone through in its order until there are
 * groups enough for the page; only those are then counted, so that memory is bounded by the page.
 */
final class TitleGroups {
  private static final int FIRST_LOOK = 500;
  private static final int LARGEST_LOOK = 50_000;

  private final IndexSearcher searcher;
  private final Query query;

  TitleGroups(IndexSearcher searcher, Query query) {
    this.searcher = searcher;
    this.query = query;
  }

  List<TitleGroup> page(Sort order, int offset, int limit) throws IOException {
    Map<Long, Integer> page = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<Long, Integer> group : best(order, offset + limit).entrySet()) {
      if (number++ >= offset && page.size() < limit) {
        page.put(group.getKey(), group.getValue());
      }
    }
    Map<Long, Long> counts = counts(page);
    List<TitleGroup> groups = new ArrayList<>();
    for (Map.Entry<Long, Integer> group : page.entrySet()) {
      Records.find(searcher, group.getValue())
          .map(best -> new TitleGroup(best, counts.getOrDefault(group.getKey(), 1L)))
          .ifPresent(groups::add);
    }
    return groups;
  }

  /** The first groups, and the document that comes first in each. */
  private Map<Long, Integer> best(Sort order, int groups) throws IOException {
    Map<Long, Integer> best = new LinkedHashMap<>();
    @Nullable FieldDoc last = null;
    int look = FIRST_LOOK;
    do {
      ScoreDoc[] found = Top.of(searcher, query, order, look, last, 1).scoreDocs;
      for (ScoreDoc document : found) {
        best.putIfAbsent(work(document.doc), document.doc);
      }
      last = found.length < look ? null : (FieldDoc) found[look - 1];
      look = Math.min(4 * look, LARGEST_LOOK);
    } while (last != null && best.size() < groups);
    return best;
  }

  private Map<Long, Long> counts(Map<Long, Integer> groups) throws IOException {
    Map<Long, Long> counts = new HashMap<>();
    Matches.each(
        searcher,
        query,
        segment -> {
          NumericDocValues works = works(segment);
          return document -> {
            if (works.advanceExact(document) && groups.containsKey(works.longValue())) {
              counts.merge(works.longValue(), 1L, Long::sum);
            }
          };
        });
    return counts;
  }

  private long work(int document) throws IOException {
    LeafReaderContext leaf = Records.leaf(searcher, document);
    NumericDocValues works = works(leaf.reader());
    return works.advanceExact(document - leaf.docBase) ? works.longValue() : document;
  }

  private static NumericDocValues works(LeafReader segment) throws IOException {
    return DocValues.getNumeric(segment, ReleaseDocument.WORK);
  }
}
