package org.betor.core.internal.imdb;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/** Terms that need no analysis: their attributes but for the bytes stay as they are. */
final class ReadyTerms extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private Collection<BytesRef> all = List.of();
  private Iterator<BytesRef> left = all.iterator();

  void set(Collection<BytesRef> terms) {
    all = terms;
  }

  @Override
  public void reset() {
    left = all.iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!left.hasNext()) {
      return false;
    }
    term.setBytesRef(left.next());
    return true;
  }

  @Override
  public void end() {}
}
