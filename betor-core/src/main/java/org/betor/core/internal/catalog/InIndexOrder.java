package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/** Reads a value of each document that was found, in the order in which they lie on disk. */
final class InIndexOrder {
  private InIndexOrder() {}

  /** Visits the documents that have a value; opens each segment's values once. */
  static void each(IndexSearcher searcher, ScoreDoc[] found, String field, Visitor visitor)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    BinaryDocValues values = DocValues.emptyBinary();
    int open = -1;
    for (long next : documentsAndPlaces(found)) {
      int document = (int) (next >>> Integer.SIZE);
      int leaf = ReaderUtil.subIndex(document, leaves);
      if (leaf != open) {
        values = DocValues.getBinary(leaves.get(leaf).reader(), field);
        open = leaf;
      }
      if (values.advanceExact(document - leaves.get(leaf).docBase)) {
        visitor.visit((int) next, values.binaryValue());
      }
    }
  }

  private static long[] documentsAndPlaces(ScoreDoc[] found) {
    long[] both = new long[found.length];
    for (int place = 0; place < both.length; place++) {
      both[place] = (long) found[place].doc << Integer.SIZE | place;
    }
    Arrays.sort(both);
    return both;
  }

  /** Takes values. */
  interface Visitor {
    /**
     * A value.
     *
     * @param place that of its document among those that were found, from 0
     * @param value valid until this returns
     */
    void visit(int place, BytesRef value) throws IOException;
  }
}
