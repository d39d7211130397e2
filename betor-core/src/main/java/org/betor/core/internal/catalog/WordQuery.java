package org.betor.core.internal.catalog;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Asks Lucene for words, all of which must be there; the last may be unfinished. */
final class WordQuery {
  /** Words beyond these are ignored; Lucene refuses queries of over 1,024 parts. */
  static final int MAX_WORDS = 100;

  private WordQuery() {}

  /**
   * Demands all of the words, and lets nothing through if there are none. The last one scores only
   * where it is whole: what merely begins so comes behind, and Lucene passes over it where enough
   * was found before.
   *
   * @param occur {@code MUST} where the best are to come first, {@code FILTER} where all are equal
   */
  static void add(BooleanQuery.Builder all, List<String> words, Occur occur) {
    if (words.isEmpty()) {
      all.add(new MatchNoDocsQuery("no words"), Occur.FILTER);
      return;
    }
    int last = words.size() - 1;
    for (String word : new LinkedHashSet<>(words.subList(0, last))) {
      all.add(whole(word), occur);
    }
    all.add(new WordsFrom(words.get(last)), Occur.FILTER);
    if (occur == Occur.MUST) {
      all.add(whole(words.get(last)), Occur.SHOULD);
    }
  }

  /** What has any of these words, or, where the word may be unfinished, one that begins so. */
  static Query anyOf(String word, Collection<String> others, boolean unfinished) {
    Query itself = unfinished ? new WordsFrom(word) : whole(word);
    if (others.isEmpty()) {
      return itself;
    }
    List<BytesRef> bytes = others.stream().map(BytesRef::new).toList();
    return new BooleanQuery.Builder()
        .add(itself, Occur.SHOULD)
        .add(new TermInSetQuery(ReleaseDocument.WORDS, bytes), Occur.SHOULD)
        .build();
  }

  private static Query whole(String word) {
    return new TermQuery(new Term(ReleaseDocument.WORDS, word));
  }
}
