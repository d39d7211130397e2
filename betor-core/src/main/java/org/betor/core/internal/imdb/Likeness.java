package org.betor.core.internal.imdb;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.betor.core.internal.title.NameWords;

/** How many words names share with one name: from 0 for none to 1 for all. */
final class Likeness {
  private static final double MISSPELT = 0.95;

  private final Set<String> words;
  private final Map<String, String> meant;

  /**
   * Compares with a name.
   *
   * @param words its counting words
   * @param meant words that stand for one of those, misspelt there
   */
  Likeness(Collection<String> words, Map<String, String> meant) {
    this.words = new HashSet<>(words);
    this.meant = meant;
  }

  /** That of two names with so many words, of which they share some. */
  static double of(int words, int others, int shared) {
    return 2.0 * shared / (words + others);
  }

  /** That of the name that is most alike. */
  double ofBest(List<String> names) {
    double best = 0;
    for (String name : names) {
      best = Math.max(best, of(NameKey.counting(NameWords.of(name))));
    }
    return best;
  }

  private double of(List<String> others) {
    Set<String> distinct = new HashSet<>();
    double weight = 1;
    for (String other : others) {
      String word = meant.getOrDefault(other, other);
      distinct.add(word);
      weight = word.equals(other) ? weight : MISSPELT;
    }
    int all = distinct.size();
    distinct.retainAll(words);
    return weight * of(words.size(), all, distinct.size());
  }
}
