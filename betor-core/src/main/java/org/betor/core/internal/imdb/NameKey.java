package org.betor.core.internal.imdb;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.betor.core.internal.title.NameWords;

/**
 * The term that a whole name is found by: five bytes, the same for names that have the same words,
 * in whatever order and with whatever articles. That two other names share one happens once in
 * thousands of questions, and costs nothing but a candidate more.
 */
final class NameKey {
  static final int BYTES = 5;

  private static final String AND = "&";
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private NameKey() {}

  /** The words that tell names apart: not articles nor "and", unless there are no others. */
  static List<String> counting(List<String> words) {
    List<String> counting = new ArrayList<>(words.size());
    for (String word : words) {
      if (!word.equals(AND) && !NameWords.isArticle(word)) {
        counting.add(word);
      }
    }
    return counting.isEmpty() ? words : counting;
  }

  /** The term for a name with these counting words. */
  static BytesRef of(List<String> counting) {
    long sum = counting.size();
    for (String word : counting) {
      sum += hash(word);
    }
    byte[] term = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      term[i] = (byte) (sum >>> (Byte.SIZE * (Long.BYTES - 1 - i)));
    }
    return new BytesRef(term);
  }

  /** FNV-1a of the letters, with all bits stirred into the upper ones. */
  private static long hash(String word) {
    long hash = SEED;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * PRIME;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
