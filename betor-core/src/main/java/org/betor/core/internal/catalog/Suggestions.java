package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** The titles among what was found that go on from what was typed. */
final class Suggestions {
  private final List<String> typed;
  private final WordAnalyzer analyzer;
  private final Map<String, Integer> releases = new HashMap<>();
  private final Comparator<String> mostReleasesFirst =
      Comparator.<String, Integer>comparing(releases::get)
          .reversed()
          .thenComparing(Comparator.naturalOrder());

  /**
   * Starts without any title.
   *
   * @param typed the words that were typed, at least one; the last may be unfinished
   */
  Suggestions(List<String> typed, WordAnalyzer analyzer) {
    this.typed = typed;
    this.analyzer = analyzer;
  }

  void addTitles(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
    InIndexOrder.each(
        searcher,
        found,
        ReleaseDocument.TITLES,
        (place, titles) ->
            titles.utf8ToString().lines().forEach(title -> releases.merge(title, 1, Integer::sum)));
  }

  /** Titles that begin as typed come first, then those of many releases; one spelling of each. */
  List<String> best(int limit) {
    List<String> begun = new ArrayList<>();
    List<String> others = new ArrayList<>();
    releases.keySet().forEach(title -> (beginsAsTyped(title) ? begun : others).add(title));
    Set<List<String>> spelt = new HashSet<>();
    return Stream.concat(
            begun.stream().sorted(mostReleasesFirst), others.stream().sorted(mostReleasesFirst))
        .filter(title -> isAnother(analyzer.words(title), spelt))
        .limit(limit)
        .toList();
  }

  private boolean beginsAsTyped(String title) {
    return goesOn(analyzer.firstWords(title, typed.size()));
  }

  private boolean isAnother(List<String> words, Set<List<String>> spelt) {
    return goesOn(words) && spelt.add(words);
  }

  private boolean goesOn(List<String> words) {
    int last = typed.size() - 1;
    return words.containsAll(typed.subList(0, last))
        && words.stream().anyMatch(word -> word.startsWith(typed.get(last)));
  }
}
