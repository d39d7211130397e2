package org.betor.benchmarks.race;

import java.util.List;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.betor.benchmarks.race.Question.Kind;

/** Questions as Lucene's queries. */
final class BareQuery {
  private BareQuery() {}

  static Query of(Question question) {
    BooleanQuery.Builder all =
        new BooleanQuery.Builder()
            .add(IntField.newRangeQuery(BareDocument.LEVEL, 0, question.level()), Occur.FILTER);
    switch (question.kind()) {
      case WORDS, DEEP -> addWords(all, question.words(), Occur.MUST);
      case SUGGEST, FACETS -> addWords(all, question.words(), Occur.FILTER);
      case FILTERED -> addFilters(all, question);
      case TYPO ->
          FoldedWords.of(question.words())
              .forEach(word -> all.add(new FuzzyQuery(words(word), 1), Occur.MUST));
      case BY_ID -> all.add(term(BareDocument.IMDB, question.imdb()), Occur.FILTER);
      case NEWEST -> all.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return all.build();
  }

  private static void addFilters(BooleanQuery.Builder all, Question question) {
    addWords(all, question.words(), Occur.FILTER);
    int year = question.year();
    all.add(IntField.newRangeQuery(BareDocument.YEAR, year - 3, year + 3), Occur.FILTER);
    all.add(term(BareDocument.TYPE, question.type().name()), Occur.FILTER);
    all.add(term(BareDocument.LANGUAGE, "pt-BR"), Occur.FILTER);
  }

  private static void addWords(BooleanQuery.Builder all, String text, Occur occur) {
    List<String> typed = FoldedWords.of(text);
    int last = typed.size() - 1;
    typed.subList(0, last).forEach(word -> all.add(new TermQuery(words(word)), occur));
    all.add(new PrefixQuery(words(typed.get(last))), Occur.FILTER);
    if (occur == Occur.MUST) { // whole words come first where the order is by relevance
      all.add(new TermQuery(words(typed.get(last))), Occur.SHOULD);
    }
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private static Term words(String word) {
    return new Term(BareDocument.WORDS, word);
  }

  /** Whether the best match comes first, and not the newest. */
  static boolean isRanked(Kind kind) {
    return kind == Kind.WORDS || kind == Kind.TYPO || kind == Kind.DEEP;
  }
}
