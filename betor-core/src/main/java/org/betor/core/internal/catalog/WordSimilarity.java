package org.betor.core.internal.catalog;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25 that looks at nothing but the release itself. How frequent a word is in the whole index, and
 * how long texts are there, would let hidden releases change the order of those that a viewer sees,
 * and every write the scores that a cursor holds. Since a release must have all words, a rare one
 * need not weigh more.
 */
final class WordSimilarity extends BM25Similarity {
  /** About as many words has a release with two listings. */
  private static final float USUAL_WORDS = 20;

  /**
   * As for a word that one release in fifty has. Above all it is more than the beginning of a word
   * scores, or Lucene would walk over all releases that have a common word: it passes over those
   * that cannot be among the best only by what weighs most.
   */
  private static final float USUAL_IDF = 4;

  @Override
  protected float idf(long releases, long allReleases) {
    return USUAL_IDF;
  }

  @Override
  protected float avgFieldLength(CollectionStatistics statistics) {
    return USUAL_WORDS;
  }
}
