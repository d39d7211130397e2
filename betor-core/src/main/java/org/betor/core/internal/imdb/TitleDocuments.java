package org.betor.core.internal.imdb;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** The documents of an index of titles. Nothing is ever deleted from one. */
final class TitleDocuments {
  private static final int MOST_NEAR = 10;

  private final IndexSearcher searcher;

  TitleDocuments(IndexReader reader) {
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null); // each question is another one
  }

  int count() {
    return searcher.getIndexReader().maxDoc();
  }

  int count(Term term) throws IOException {
    return searcher.getIndexReader().docFreq(term);
  }

  /** Those that have a name of this key. */
  void named(BytesRef key, Shortlist list) throws IOException {
    Term term = new Term(TitleDocument.NAME, key);
    for (LeafReaderContext leaf : leaves()) {
      PostingsEnum named = leaf.reader().postings(term, PostingsEnum.NONE);
      if (named != null) {
        list.take(leaf, named);
      }
    }
  }

  /** One that matches, if any does. */
  OptionalInt first(Query query) throws IOException {
    return Arrays.stream(searcher.search(query, 1).scoreDocs)
        .mapToInt(found -> found.doc)
        .findAny();
  }

  void matching(Query query, Shortlist list) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : leaves()) {
      Scorer matching = weight.scorer(leaf);
      if (matching != null) {
        list.take(leaf, matching.iterator());
      }
    }
  }

  /** The {@link TitleRecord} of a document. */
  BytesRef record(int document) throws IOException {
    LeafReaderContext leaf = leaves().get(ReaderUtil.subIndex(document, leaves()));
    BinaryDocValues records = DocValues.getBinary(leaf.reader(), TitleDocument.RECORD);
    if (!records.advanceExact(document - leaf.docBase)) {
      throw new IOException("a title has no record");
    }
    return records.binaryValue();
  }

  /** The most frequent words that are one letter away from a word. */
  List<String> wordsNear(String word) throws IOException {
    Map<String, Integer> near = new HashMap<>();
    try {
      addNear(
          new CompiledAutomaton(new LevenshteinAutomata(word, true).toAutomaton(1), true, false),
          near);
    } catch (TooComplexToDeterminizeException muchTooLong) {
      return List.of();
    }
    near.remove(word);
    Comparator<Map.Entry<String, Integer>> byTitles = Map.Entry.comparingByValue();
    return near.entrySet().stream()
        .sorted(byTitles.reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_NEAR)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void addNear(CompiledAutomaton automaton, Map<String, Integer> near) throws IOException {
    for (LeafReaderContext leaf : leaves()) {
      TermsEnum terms = automaton.getTermsEnum(Terms.getTerms(leaf.reader(), TitleDocument.WORD));
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        near.merge(term.utf8ToString(), terms.docFreq(), Integer::sum);
      }
    }
  }

  private List<LeafReaderContext> leaves() {
    return searcher.getIndexReader().leaves();
  }
}
