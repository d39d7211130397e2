package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** The titles among what was found that go on from what was typed. */
final class Suggestions {
  private static final Comparator<Title> LIKELIEST_FIRST =
      Comparator.comparing(Title::beginsAsTyped)
          .thenComparing(Title::releases)
          .reversed()
          .thenComparing(Title::text);

  private final List<String> typed;
  private final WordAnalyzer analyzer;
  private final Map<String, Integer> releases = new HashMap<>();

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
    Set<List<String>> spelt = new HashSet<>();
    return releases.entrySet().stream()
        .map(entry -> title(entry.getKey(), entry.getValue()))
        .filter(title -> goesOn(title.words))
        .sorted(LIKELIEST_FIRST)
        .filter(title -> spelt.add(title.words))
        .limit(limit)
        .map(Title::text)
        .toList();
  }

  private Title title(String text, int count) {
    List<String> words = analyzer.words(text);
    int typedTo = Math.min(typed.size(), words.size());
    return new Title(text, words, goesOn(words.subList(0, typedTo)), count);
  }

  private boolean goesOn(List<String> words) {
    int last = typed.size() - 1;
    return words.containsAll(typed.subList(0, last))
        && words.stream().anyMatch(word -> word.startsWith(typed.get(last)));
  }

  private record Title(String text, List<String> words, boolean beginsAsTyped, int releases) {}
}
