package org.betor.core.internal.imdb;

import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/** Of many documents those that fit best, whatever their names. */
final class Shortlist {
  private final Fit fit;
  private final int size;
  private final PriorityQueue<Found> best = new PriorityQueue<>(Found.LIKELIEST_FIRST.reversed());
  private int room;

  /**
   * An empty list.
   *
   * @param size so many it keeps
   * @param room so many it looks at; those behind are not seen
   */
  Shortlist(Fit fit, int size, int room) {
    this.fit = fit;
    this.size = size;
    this.room = room;
  }

  void take(LeafReaderContext leaf, DocIdSetIterator documents) throws IOException {
    NumericDocValues facts = DocValues.getNumeric(leaf.reader(), TitleDocument.FACTS);
    int document = documents.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && room-- > 0) {
      if (facts.advanceExact(document)) {
        offer(leaf.docBase + document, facts.longValue());
      }
      document = documents.nextDoc();
    }
  }

  /** Whether there may be others that did not fit in. */
  boolean isFull() {
    return best.size() == size;
  }

  List<Found> all() {
    return List.copyOf(best);
  }

  private void offer(int document, long facts) {
    double points = fit.points(facts);
    if (best.size() < size) {
      best.add(new Found(document, facts, points));
    } else if (points > best.element().points()) {
      best.remove();
      best.add(new Found(document, facts, points));
    }
  }
}
