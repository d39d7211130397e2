package org.betor.core.internal.imdb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Queries for titles that have the words of a name in their names, or most of them. */
final class WordSearch {
  /** Of more titles with the same words the first ones are looked at. */
  static final int MOST_DOCUMENTS = 20_000;

  private static final int RAREST = 6;

  /** A word that more than one of so many titles has tells little. */
  private static final int FREQUENT = 20;

  /** A shorter word is another one if a letter is another. */
  private static final int LONG = 4;

  private static final int MISSPELT = 2;

  private final TitleDocuments documents;
  private final List<Counted> rarestFirst = new ArrayList<>();

  WordSearch(TitleDocuments documents, List<String> words) throws IOException {
    this.documents = documents;
    for (String word : words.stream().distinct().toList()) {
      rarestFirst.add(new Counted(word, documents.count(term(word))));
    }
    rarestFirst.sort(Comparator.comparingInt(Counted::titles));
  }

  /** Titles that have all words; empty if there is none. */
  Optional<Query> all() {
    return rarestFirst.isEmpty() || rarestFirst.get(0).titles == 0
        ? Optional.empty()
        : Optional.of(some(rarestFirst, rarestFirst.size()));
  }

  /** Titles that have all of the words that tell most, but for one; of two words the rarer one. */
  Optional<Query> most() {
    List<Counted> telling =
        rarestFirst.stream()
            .limit(RAREST)
            .filter(word -> word.titles <= documents.count() / FREQUENT)
            .toList();
    telling = telling.size() < 2 ? rarestFirst : telling;
    if (telling.size() < 2) {
      return Optional.empty();
    }
    if (telling.size() > 2) {
      return Optional.of(some(telling, telling.size() - 1));
    }
    return telling.stream().filter(word -> word.titles > 0).findFirst().map(Counted::query);
  }

  /** Whether no title has one of the longer words: it may be misspelt. */
  boolean hasUnknown() {
    return rarestFirst.stream().anyMatch(word -> word.titles == 0 && word.isLong());
  }

  /** Words that are one letter away from the longest of the name, with the word that they mean. */
  Map<String, String> misspellings() throws IOException {
    Map<String, String> meant = new HashMap<>();
    for (Counted word : likelyMisspelt()) {
      for (String near : documents.wordsNear(word.word)) {
        meant.putIfAbsent(near, word.word);
      }
    }
    return meant;
  }

  /** Titles that have each word, or one that stands for it. */
  Optional<Query> allOrNear(Map<String, String> meant) {
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Counted word : rarestFirst) {
      BooleanQuery.Builder any = new BooleanQuery.Builder().add(word.query(), Occur.SHOULD);
      meant.forEach(
          (near, other) -> {
            if (other.equals(word.word)) {
              any.add(new TermQuery(term(near)), Occur.SHOULD);
            }
          });
      all.add(any.build(), Occur.MUST);
    }
    return Optional.of(all.build());
  }

  /** Those that no title has, or else the longest ones. */
  private List<Counted> likelyMisspelt() {
    List<Counted> longOnes = rarestFirst.stream().filter(Counted::isLong).toList();
    List<Counted> unknown = longOnes.stream().filter(word -> word.titles == 0).toList();
    return (unknown.isEmpty() ? longOnes : unknown)
        .stream()
            .sorted(Comparator.comparingInt((Counted word) -> word.word.length()).reversed())
            .limit(MISSPELT)
            .toList();
  }

  private static Query some(List<Counted> words, int least) {
    BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
    words.forEach(word -> some.add(word.query(), Occur.SHOULD));
    return some.build();
  }

  private static Term term(String word) {
    return new Term(TitleDocument.WORD, TitleDocument.word(word));
  }

  private record Counted(String word, int titles) {
    Query query() {
      return new TermQuery(term(word));
    }

    boolean isLong() {
      return word.codePointCount(0, word.length()) >= LONG
          && word.length() <= TitleDocument.WORD_CHARS;
    }
  }
}
