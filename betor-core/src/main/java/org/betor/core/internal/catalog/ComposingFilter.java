package org.betor.core.internal.catalog;

import java.io.IOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Joins letters and the combining marks behind them to one character each (Unicode NFC). */
final class ComposingFilter extends TokenFilter {
  private static final char FIRST_COMBINING_MARK = '\u0300';

  private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

  ComposingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (mayBeComposed()) {
      String composed = Normalizer.normalize(word, Form.NFC);
      word.setEmpty().append(composed);
    }
    return true;
  }

  /** Spares most words the normalizer, whose tables are slow to load. */
  private boolean mayBeComposed() {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= FIRST_COMBINING_MARK) {
        return true;
      }
    }
    return false;
  }
}
