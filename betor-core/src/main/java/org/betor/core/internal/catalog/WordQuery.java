package org.betor.core.internal.catalog;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Asks Lucene for words, all of which must be there; the last may be unfinished. */
final class WordQuery {
  /** Words beyond these are ignored; Lucene refuses queries of over 1,024 parts. */
  static final int MAX_WORDS = 100;

  private WordQuery() {}

  /** What has all of the words, the best first; nothing if there are none. */
  static BooleanQuery of(List<String> words) {
    return all(words, WordQuery::beginning);
  }

  /** The same, all equally good. */
  static BooleanQuery unranked(List<String> words) {
    return all(words, word -> new PrefixQuery(term(word)));
  }

  private static BooleanQuery all(List<String> words, Function<String, Query> beginning) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (words.isEmpty()) {
      return all.add(new MatchNoDocsQuery("no words"), Occur.MUST).build();
    }
    int last = words.size() - 1;
    for (String word : new LinkedHashSet<>(words.subList(0, last))) {
      all.add(new TermQuery(term(word)), Occur.MUST);
    }
    return all.add(beginning.apply(words.get(last)), Occur.MUST).build();
  }

  /** What has any of these words, or, where the word may be unfinished, one that begins so. */
  static Query anyOf(String word, Collection<String> others, boolean unfinished) {
    Set<String> words = new LinkedHashSet<>(others);
    words.add(word);
    Query any =
        new TermInSetQuery(ReleaseDocument.WORDS, words.stream().map(BytesRef::new).toList());
    return unfinished
        ? new BooleanQuery.Builder()
            .add(any, Occur.SHOULD)
            .add(new PrefixQuery(term(word)), Occur.SHOULD)
            .build()
        : any;
  }

  /** The whole word scores, on top of what every word scores that starts so. */
  private static Query beginning(String word) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(term(word)), Occur.SHOULD)
        .add(new PrefixQuery(term(word)), Occur.SHOULD)
        .build();
  }

  private static Term term(String word) {
    return new Term(ReleaseDocument.WORDS, word);
  }
}
