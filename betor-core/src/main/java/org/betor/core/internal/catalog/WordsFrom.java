package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * What has a word that begins so. Lucene's own query for this compiles an automaton first, which
 * takes an eighth of the time of a short search.
 */
final class WordsFrom extends MultiTermQuery {
  private final BytesRef beginning;

  WordsFrom(String beginning) {
    super(ReleaseDocument.WORDS, CONSTANT_SCORE_BLENDED_REWRITE);
    this.beginning = new BytesRef(beginning);
  }

  @Override
  protected TermsEnum getTermsEnum(Terms words, AttributeSource attributes) throws IOException {
    return new Beginning(words.iterator(), beginning);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(@Nullable String field) {
    return beginning.utf8ToString() + "*";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other)
        && other instanceof WordsFrom query
        && beginning.equals(query.beginning);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), beginning);
  }

  private static final class Beginning extends FilteredTermsEnum {
    private final BytesRef beginning;

    Beginning(TermsEnum words, BytesRef beginning) {
      super(words);
      this.beginning = beginning;
      setInitialSeekTerm(beginning);
    }

    @Override
    protected AcceptStatus accept(BytesRef word) {
      return StringHelper.startsWith(word, beginning) ? AcceptStatus.YES : AcceptStatus.END;
    }
  }
}
