package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Goes through all documents that match, in the index's order. */
final class Matches {
  private Matches() {}

  static void each(IndexSearcher searcher, Query query, Visitor visitor) throws IOException {
    searcher.search(
        query,
        new CollectorManager<Walk, Boolean>() {
          @Override
          public Walk newCollector() {
            return new Walk(visitor);
          }

          @Override
          public Boolean reduce(Collection<Walk> done) {
            return true;
          }
        });
  }

  /** Opens a segment. */
  interface Visitor {
    Step open(LeafReader segment) throws IOException;
  }

  /** Takes the documents of a segment. */
  interface Step {
    void take(int document) throws IOException;

    /** That was the last one. */
    default void end() throws IOException {}
  }

  private static final class Walk extends SimpleCollector {
    private final Visitor visitor;
    private Step step = document -> {};

    Walk(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext segment) throws IOException {
      step = visitor.open(segment.reader());
    }

    @Override
    public void collect(int document) throws IOException {
      step.take(document);
    }

    @Override
    public void finish() throws IOException {
      step.end();
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
