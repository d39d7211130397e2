package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the releases out of documents that were found. */
final class Records {
  private Records() {}

  /** The release of a document; empty, with a line in the log, if its record cannot be read. */
  static Optional<Release> find(IndexSearcher searcher, int document) throws IOException {
    LeafReaderContext leaf = leaf(searcher, document);
    return find(leaf.reader(), document - leaf.docBase);
  }

  /**
   * The releases of documents, in their order; those that cannot be read are left out.
   *
   * @param reader reads a record
   */
  static List<Release> of(
      IndexSearcher searcher, ScoreDoc[] documents, Function<BytesRef, Release> reader)
      throws IOException {
    List<Optional<Release>> releases = new ArrayList<>();
    releases.addAll(Collections.nCopies(documents.length, Optional.empty()));
    InIndexOrder.each(
        searcher,
        documents,
        ReleaseDocument.RECORD,
        (place, record) -> releases.set(place, readable(() -> reader.apply(record))));
    return releases.stream().flatMap(Optional::stream).toList();
  }

  /** The release of a segment's document; empty, with a line in the log, if it is unreadable. */
  static Optional<Release> find(LeafReader segment, int document) throws IOException {
    return readable(() -> get(segment, document));
  }

  private static Optional<Release> readable(Read read) throws IOException {
    try {
      return Optional.of(read.get());
    } catch (IllegalArgumentException reason) {
      Logger log = LoggerFactory.getLogger(Records.class); // loads slowly, and is seldom needed
      log.warn("Skipped a release whose record cannot be read: {}", reason.getMessage());
      return Optional.empty();
    }
  }

  /**
   * What is held under a document's key.
   *
   * @throws IllegalArgumentException if a record cannot be read
   */
  static Holding holding(IndexSearcher searcher, int document) throws IOException {
    LeafReaderContext leaf = leaf(searcher, document);
    int inLeaf = document - leaf.docBase;
    Release record = get(leaf.reader(), inLeaf);
    Release own = own(leaf.reader(), inLeaf).orElse(record);
    boolean alias = own.equals(record) && Holding.sameAs(own).isPresent();
    return alias ? Holding.alias(own) : new Holding(own, record);
  }

  /**
   * What people see of a segment's document; of an alias, what was written under its key.
   *
   * @throws IllegalArgumentException if the record cannot be read
   */
  static Release get(LeafReader segment, int document) throws IOException {
    return read(segment, ReleaseDocument.RECORD, document)
        .orElseThrow(() -> new IllegalArgumentException("there is none"));
  }

  /** What was written under a document's key, if that is not its whole release. */
  static Optional<Release> own(LeafReader segment, int document) throws IOException {
    return read(segment, ReleaseDocument.OWN, document);
  }

  private static Optional<Release> read(LeafReader segment, String field, int document)
      throws IOException {
    BinaryDocValues records = DocValues.getBinary(segment, field);
    if (!records.advanceExact(document)) {
      return Optional.empty();
    }
    BytesRef record = records.binaryValue();
    return Optional.of(PackedJson.read(record));
  }

  /** The segment that a document lies in. */
  static LeafReaderContext leaf(IndexSearcher searcher, int document) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(document, leaves));
  }

  private interface Read {
    Release get() throws IOException;
  }
}
