package org.betor.core.internal.catalog;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * BM25 that looks at nothing but the release itself. How frequent a word is in the whole index, and
 * how long texts are there, would let hidden releases change the order of those that a viewer sees,
 * and every write the scores that a cursor holds. Since a release must have all words, a rare one
 * need not weigh more, and all weigh the same. Cursors hold scores: {@link Cursor} has a version
 * that goes up when they change.
 */
final class WordSimilarity extends Similarity {
  /** About as many words has a release with two listings. */
  private static final float USUAL_WORDS = 20;

  /**
   * Words are counted in steps of so many, for one more or less says little of how well a release
   * matches: the newest comes first then. It also lets Lucene stop where enough of equals were
   * found.
   */
  private static final int STEP = 4;

  /** The usual values of BM25: how little a repeated word adds, and how much the length matters. */
  private static final float SATURATION = 1.2f;

  private static final float LENGTH_MATTERS = 0.75f;

  /** What is added to the frequency of a word before it is set against that, by encoded length. */
  private static final float[] DAMPING = new float[256];

  static {
    for (int norm = 0; norm < DAMPING.length; norm++) {
      int words = SmallFloat.byte4ToInt((byte) norm);
      int steps = (words + STEP - 1) / STEP;
      float length = steps * STEP / USUAL_WORDS;
      DAMPING[norm] = SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * length);
    }
  }

  @Override
  public long computeNorm(FieldInvertState text) {
    return SmallFloat.intToByte4(text.getLength());
  }

  @Override
  public SimScorer scorer(float boost, CollectionStatistics all, TermStatistics... words) {
    return new SimScorer() {
      @Override
      public float score(float frequency, long norm) {
        return boost - boost / (1 + frequency / DAMPING[(int) norm & 0xff]);
      }
    };
  }
}
