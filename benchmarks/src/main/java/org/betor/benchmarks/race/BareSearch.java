package org.betor.benchmarks.race;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.betor.benchmarks.race.Question.Kind;

/** One answer of bare Lucene. */
final class BareSearch {
  /** Suggestions are taken from so many releases, the newest. */
  static final int SUGGESTING = 200;

  /** Up to here the catalogue promises exact totals. */
  private static final int COUNTED = 10_000;

  private final IndexSearcher searcher;
  private final boolean whole;

  /**
   * An answer to come.
   *
   * @param whole releases and totals; else raw records, and totals only of {@link Kind#FILTERED}
   */
  BareSearch(IndexSearcher searcher, boolean whole) {
    this.searcher = searcher;
    this.whole = whole;
  }

  Answer answer(Question question) throws IOException {
    Query query = BareQuery.of(question);
    return switch (question.kind()) {
      case SUGGEST -> titles(query, question);
      case FACETS -> facets(query);
      default -> releases(query, question.kind());
    };
  }

  private Answer releases(Query query, Kind kind) throws IOException {
    int skipped = kind == Kind.DEEP ? Kind.SKIPPED : 0;
    boolean known = kind == Kind.NEWEST; // to the index, which need not be walked for it
    int counted = (whole && !known) || kind == Kind.FILTERED ? COUNTED : 1;
    TopDocs found = top(query, kind, skipped + kind.limit(), counted);
    long total = whole && known ? searcher.count(query) : found.totalHits.value;
    ScoreDoc[] all = found.scoreDocs;
    Object[] items = new Object[Math.max(0, all.length - skipped)];
    read(
        Arrays.copyOfRange(all, all.length - items.length, all.length),
        BareDocument.RECORD,
        (place, record) -> items[place] = item(record));
    return new Answer(List.of(items), total);
  }

  private Object item(BytesRef record) {
    return whole
        ? RecordJson.read(record.bytes, record.offset, record.length)
        : Arrays.copyOfRange(record.bytes, record.offset, record.offset + record.length);
  }

  private TopDocs top(Query query, Kind kind, int limit, int counted) throws IOException {
    return BareQuery.isRanked(kind)
        ? searcher.search(query, new TopScoreDocCollectorManager(limit, counted))
        : searcher.search(
            query, new TopFieldCollectorManager(BareDocument.NEWEST, limit, null, counted));
  }

  private Answer titles(Query query, Question question) throws IOException {
    Titles titles = new Titles(question.words());
    ScoreDoc[] found = top(query, question.kind(), SUGGESTING, 1).scoreDocs;
    read(found, BareDocument.TITLES, (place, text) -> titles.add(text.utf8ToString()));
    return titles.best(question.kind().limit());
  }

  private Answer facets(Query query) throws IOException {
    List<BareFacets> segments = new ArrayList<>();
    searcher.search(query, BareFacets.into(segments));
    Collection<String> counts = BareFacets.sums(segments);
    return new Answer(List.copyOf(counts), counts.size());
  }

  /** Goes through the documents in the index's order, which opens each segment once. */
  private void read(ScoreDoc[] found, String field, Each each) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    long[] places = new long[found.length];
    for (int place = 0; place < places.length; place++) {
      places[place] = (long) found[place].doc << 32 | place;
    }
    Arrays.sort(places);
    int open = -1;
    BinaryDocValues values = null;
    for (long next : places) {
      int document = (int) (next >>> 32);
      int leaf = ReaderUtil.subIndex(document, leaves);
      if (leaf != open || values == null) {
        values = leaves.get(leaf).reader().getBinaryDocValues(field);
        open = leaf;
      }
      if (values.advanceExact(document - leaves.get(leaf).docBase)) {
        each.take((int) next, values.binaryValue());
      }
    }
  }

  private interface Each {
    void take(int place, BytesRef value);
  }
}
