package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Words one letter away from those that nothing has. The index proposes them, hidden releases
 * included; a word is taken only if a release has it that the viewer may see and the filters let
 * through.
 */
final class Correction {
  private static final int LONG_ENOUGH = 4;
  private static final int LAST_ASCII = 0x7f;

  private final IndexSearcher searcher;
  private final Query visible;
  private final List<String> words;

  /** For each word its proposals, and in how many documents each is, whoever may see them. */
  private final List<Map<String, Integer>> others = new ArrayList<>();

  /**
   * Proposes words.
   *
   * @param visible what the viewer may see and the filters let through
   * @param words what nothing of that has, at least one
   */
  Correction(IndexSearcher searcher, Query visible, List<String> words) {
    this.searcher = searcher;
    this.visible = visible;
    this.words = words;
  }

  /** Words that something has; empty if there are none. Those that nothing has give way first. */
  Optional<List<String>> words() throws IOException {
    boolean someAreThere = false;
    for (int place = 0; place < words.size(); place++) {
      boolean missing = isMissing(place);
      others.add(missing ? near(place) : Map.of());
      if (missing && others.get(place).isEmpty()) {
        return Optional.empty(); // nothing can take its place
      }
      someAreThere |= !missing;
    }
    Optional<List<String>> found = chosen();
    return found.isPresent() || !someAreThere ? found : chosenOfAll();
  }

  private Optional<List<String>> chosenOfAll() throws IOException {
    for (int place = 0; place < words.size(); place++) {
      if (others.get(place).isEmpty()) {
        others.set(place, near(place));
      }
    }
    return chosen();
  }

  private boolean isMissing(int place) throws IOException {
    boolean unfinished = place == words.size() - 1;
    return words.size() == 1
        || count(List.of(WordQuery.anyOf(words.get(place), Set.of(), unfinished))) == 0;
  }

  private Optional<List<String>> chosen() throws IOException {
    List<String> chosen = new ArrayList<>();
    while (chosen.size() < words.size()) {
      Optional<String> best = best(chosen);
      if (best.isEmpty()) {
        return Optional.empty();
      }
      chosen.add(best.get());
    }
    return chosen.equals(words) ? Optional.empty() : Optional.of(chosen);
  }

  /** The next word itself if it may stay, else the best proposal that may take its place. */
  private Optional<String> best(List<String> chosen) throws IOException {
    int place = chosen.size();
    String word = words.get(place);
    boolean allAsTyped =
        chosen.equals(words.subList(0, place))
            && others.stream().skip(place + 1L).allMatch(Map::isEmpty);
    return !allAsTyped && countWith(with(chosen, word)) > 0
        ? Optional.of(word)
        : mostFrequent(chosen, others.get(place));
  }

  /** What most releases have of what may be next; of several the first by alphabet. */
  private Optional<String> mostFrequent(List<String> chosen, Map<String, Integer> proposed)
      throws IOException {
    Optional<String> best = Optional.empty();
    int most = 1;
    for (Map.Entry<String, Integer> other : frequentFirst(proposed)) {
      if (other.getValue() < most) {
        break; // nor are those behind it in more
      }
      int count = countWith(with(chosen, other.getKey()));
      boolean first = best.isEmpty() || other.getKey().compareTo(best.get()) < 0;
      if (count > most || (count == most && first)) {
        best = Optional.of(other.getKey());
        most = count;
      }
    }
    return best;
  }

  private static List<Map.Entry<String, Integer>> frequentFirst(Map<String, Integer> proposed) {
    return proposed.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .toList();
  }

  private static List<String> with(List<String> chosen, String next) {
    List<String> longer = new ArrayList<>(chosen);
    longer.add(next);
    return longer;
  }

  /** How many releases have these words, and behind them the typed ones or any proposed. */
  private int countWith(List<String> chosen) throws IOException {
    List<Query> all = new ArrayList<>();
    for (int place = 0; place < words.size(); place++) {
      boolean open = place >= chosen.size();
      String word = open ? words.get(place) : chosen.get(place);
      boolean unfinished = place == words.size() - 1 && word.equals(words.get(place));
      Set<String> also = open ? others.get(place).keySet() : Set.of();
      all.add(WordQuery.anyOf(word, also, unfinished));
    }
    return count(all);
  }

  private int count(List<Query> words) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(visible, Occur.FILTER);
    words.forEach(word -> all.add(word, Occur.FILTER));
    return searcher.count(all.build());
  }

  private static boolean mayBeMisspelt(String word) {
    return word.codePointCount(0, word.length()) >= LONG_ENOUGH
        && word.codePoints().noneMatch(Character::isDigit);
  }

  private Map<String, Integer> near(int place) throws IOException {
    String word = words.get(place);
    if (!mayBeMisspelt(word)) {
      return Map.of();
    }
    Map<String, Integer> found = new HashMap<>();
    try {
      addTerms(oneLetterFrom(word), found);
    } catch (TooComplexToDeterminizeException muchTooLong) {
      return Map.of();
    }
    found.remove(word);
    return found;
  }

  /**
   * What is one letter away; of a word in ASCII only what is ASCII, too. Where each byte is a
   * letter the automaton takes half the time to compile.
   */
  private static CompiledAutomaton oneLetterFrom(String word) {
    int[] letters = word.codePoints().toArray();
    boolean ascii = letters.length == UnicodeUtil.calcUTF16toUTF8Length(word, 0, word.length());
    int last = ascii ? LAST_ASCII : Character.MAX_CODE_POINT;
    Automaton near = new LevenshteinAutomata(letters, last, true).toAutomaton(1);
    return new CompiledAutomaton(
        near, true, false, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT, ascii);
  }

  private void addTerms(CompiledAutomaton near, Map<String, Integer> found) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      TermsEnum terms = near.getTermsEnum(Terms.getTerms(leaf.reader(), ReleaseDocument.WORDS));
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        found.merge(term.utf8ToString(), terms.docFreq(), Integer::sum);
      }
    }
  }
}
