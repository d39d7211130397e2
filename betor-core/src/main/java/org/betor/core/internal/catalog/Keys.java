package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.jspecify.annotations.Nullable;

/** Looks documents up by their keys. */
final class Keys {
  private Keys() {}

  /** The release that a key leads to, whoever looks; empty also if its record is unreadable. */
  static Optional<Release> release(IndexSearcher searcher, ReleaseKey key) throws IOException {
    Set<ReleaseKey> passed = new HashSet<>();
    Optional<ReleaseKey> next = Optional.of(key);
    while (next.isPresent() && passed.add(next.get())) {
      Optional<Release> found = record(searcher, next.get());
      next = found.flatMap(Holding::sameAs);
      if (next.isEmpty()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Release> record(IndexSearcher searcher, ReleaseKey key)
      throws IOException {
    OptionalInt document = document(searcher, key);
    return document.isPresent() ? Records.find(searcher, document.getAsInt()) : Optional.empty();
  }

  /** The document of a key. */
  static OptionalInt document(IndexSearcher searcher, ReleaseKey key) throws IOException {
    Term term = ReleaseDocument.term(key);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int document = firstLive(leaf.reader(), leaf.reader().postings(term, PostingsEnum.NONE));
      if (document != DocIdSetIterator.NO_MORE_DOCS) {
        return OptionalInt.of(leaf.docBase + document);
      }
    }
    return OptionalInt.empty();
  }

  /** The key of a document whose record cannot tell it; looks at all keys of the segment. */
  static String of(LeafReader segment, int document) throws IOException {
    TermsEnum keys = Terms.getTerms(segment, ReleaseDocument.KEY).iterator();
    while (keys.next() != null) {
      PostingsEnum documents = keys.postings(null, PostingsEnum.NONE);
      if (documents.advance(document) == document) {
        return keys.term().utf8ToString();
      }
    }
    return "";
  }

  private static int firstLive(LeafReader segment, @Nullable PostingsEnum documents)
      throws IOException {
    if (documents == null) {
      return DocIdSetIterator.NO_MORE_DOCS;
    }
    Bits live = segment.getLiveDocs();
    int document = documents.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
      document = documents.nextDoc();
    }
    return document;
  }
}
