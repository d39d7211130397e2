package org.betor.core.internal.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * Makes words of titles and release names: runs of letters and digits, in lower case and without
 * accents. The dots in {@code Sintel.2010.1080p} part words, which Lucene's own tokenizer denies.
 */
final class WordAnalyzer extends Analyzer {
  private final LatinWords latin = new LatinWords(this::analyzed);

  /** The words of a text, in its order. */
  List<String> words(String text) {
    return firstWords(text, Integer.MAX_VALUE);
  }

  /** The first of its words, at most so many. */
  List<String> firstWords(String text, int most) {
    return latin.of(text, most).orElseGet(() -> cut(analyzed(text), most));
  }

  private static List<String> cut(List<String> words, int most) {
    return words.subList(0, Math.min(most, words.size()));
  }

  /** The words as the index has them. */
  List<String> analyzed(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = tokenStream("", text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(word.toString());
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory has no I/O", impossible);
    }
    return words;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer letters = CharTokenizer.fromTokenCharPredicate(WordAnalyzer::isPartOfWord);
    TokenStream composed = new ComposingFilter(letters); // first: folding knows whole letters only
    return new TokenStreamComponents(
        letters, new ASCIIFoldingFilter(new LowerCaseFilter(composed)));
  }

  private static boolean isPartOfWord(int letter) {
    if (Character.isLetterOrDigit(letter)) {
      return true;
    }
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
