package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys of documents. Nearly all are info-hashes, and no other words of the index are as many,
 * so those stand in it as bytes: as text they would be twice as long.
 */
final class Keys {
  private static final String HASH = "hash";

  /** Those without an info-hash. Before version 5 of the index, all. */
  private static final String TEXT = "key";

  private static final List<String> FIELDS = List.of(HASH, TEXT);

  private Keys() {}

  /** The field of a document that holds its key. */
  static IndexableField field(ReleaseKey key) {
    Term term = term(key);
    return new StringField(term.field(), term.bytes(), Field.Store.NO);
  }

  /** Names the one document of a key. */
  static Term term(ReleaseKey key) {
    return key.infoHash()
        .map(hash -> new Term(HASH, new BytesRef(HexFormat.of().parseHex(hash.hex()))))
        .orElseGet(() -> new Term(TEXT, key.value()));
  }

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
    Term term = term(key);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int document = firstLive(leaf.reader(), leaf.reader().postings(term, PostingsEnum.NONE));
      if (document != DocIdSetIterator.NO_MORE_DOCS) {
        return OptionalInt.of(leaf.docBase + document);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Visits all documents of a segment, with their keys.
   *
   * @throws CorruptIndexException if one is no key
   */
  static void each(LeafReader segment, Visitor visitor) throws IOException {
    for (String field : FIELDS) {
      TermsEnum terms = Terms.getTerms(segment, field).iterator();
      while (terms.next() != null) {
        ReleaseKey key = key(field, terms.term());
        PostingsEnum documents = terms.postings(null, PostingsEnum.NONE);
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          visitor.visit(key, documents.docID());
        }
      }
    }
  }

  /**
   * The key of a document whose record cannot tell it; looks at the segment's keys in turn.
   *
   * @throws CorruptIndexException if it has none
   */
  static ReleaseKey of(LeafReader segment, int document) throws IOException {
    for (String field : FIELDS) {
      TermsEnum terms = Terms.getTerms(segment, field).iterator();
      while (terms.next() != null) {
        if (terms.postings(null, PostingsEnum.NONE).advance(document) == document) {
          return key(field, terms.term());
        }
      }
    }
    throw new CorruptIndexException("document %d has no key".formatted(document), "" + segment);
  }

  private static ReleaseKey key(String field, BytesRef term) throws IOException {
    try {
      return field.equals(HASH)
          ? ReleaseKey.of(new InfoHash(HexFormat.of().formatHex(BytesRef.deepCopyOf(term).bytes)))
          : new ReleaseKey(term.utf8ToString());
    } catch (IllegalArgumentException damaged) {
      throw new CorruptIndexException("a damaged key: " + damaged.getMessage(), field, damaged);
    }
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

  /** Takes documents. */
  interface Visitor {
    void visit(ReleaseKey key, int document) throws IOException;
  }
}
