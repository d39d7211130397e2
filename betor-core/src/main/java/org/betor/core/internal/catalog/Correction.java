package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Words one letter away from those that nothing has. The index proposes them, hidden releases
 * included; a word is taken only if a release has it that the viewer may see and the filters let
 * through.
 */
final class Correction {
  private static final int LONG_ENOUGH = 4;

  private final IndexSearcher searcher;
  private final Query visible;
  private final List<String> words;
  private final List<Set<String>> others = new ArrayList<>();

  /**
   * Proposes words.
   *
   * @param visible what the viewer may see and the filters let through
   * @param words what nothing of that has, at least one
   */
  Correction(IndexSearcher searcher, Query visible, List<String> words) throws IOException {
    this.searcher = searcher;
    this.visible = visible;
    this.words = words;
    for (String word : words) {
      others.add(mayBeMisspelt(word) ? near(word) : Set.of());
    }
  }

  /** Words that something has; empty if there are none. */
  Optional<List<String>> words() throws IOException {
    List<String> chosen = new ArrayList<>();
    if (others.stream().allMatch(Set::isEmpty) || count(chosen) == 0) {
      return Optional.empty();
    }
    while (chosen.size() < words.size()) {
      chosen.add(best(chosen));
    }
    return Optional.of(chosen);
  }

  /** The word itself if it may stay, else what most releases have, else the first by alphabet. */
  private String best(List<String> chosen) throws IOException {
    int place = chosen.size();
    String best = words.get(place);
    List<String> tried = new ArrayList<>(chosen);
    tried.add(best);
    int most = count(tried);
    if (most == 0) {
      for (String other : others.get(place)) {
        tried.set(place, other);
        int count = count(tried);
        best = count > most ? other : best;
        most = Math.max(most, count);
      }
    }
    return best;
  }

  /** How many releases have these words, and behind them the typed ones or any proposed. */
  private int count(List<String> chosen) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(visible, Occur.FILTER);
    for (int place = 0; place < words.size(); place++) {
      boolean open = place >= chosen.size();
      String word = open ? words.get(place) : chosen.get(place);
      boolean unfinished = place == words.size() - 1 && word.equals(words.get(place));
      Set<String> also = open ? others.get(place) : Set.of();
      all.add(WordQuery.anyOf(word, also, unfinished), Occur.FILTER);
    }
    return searcher.count(all.build());
  }

  private static boolean mayBeMisspelt(String word) {
    return word.codePointCount(0, word.length()) >= LONG_ENOUGH
        && word.codePoints().noneMatch(Character::isDigit);
  }

  private Set<String> near(String word) throws IOException {
    Set<String> found = new TreeSet<>();
    try {
      addTerms(
          new CompiledAutomaton(new LevenshteinAutomata(word, true).toAutomaton(1), true, false),
          found);
    } catch (TooComplexToDeterminizeException muchTooLong) {
      return Set.of();
    }
    found.remove(word);
    return found;
  }

  private void addTerms(CompiledAutomaton near, Set<String> found) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      TermsEnum terms = near.getTermsEnum(Terms.getTerms(leaf.reader(), ReleaseDocument.WORDS));
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        found.add(term.utf8ToString());
      }
    }
  }
}
