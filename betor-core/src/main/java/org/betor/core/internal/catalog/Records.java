package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the releases out of documents that were found. */
final class Records {
  private Records() {}

  /** The release of a document; empty, with a line in the log, if its record cannot be read. */
  static Optional<Release> find(IndexSearcher searcher, int document) throws IOException {
    try {
      return Optional.of(get(searcher, document));
    } catch (IllegalArgumentException reason) {
      Logger log = LoggerFactory.getLogger(Records.class); // loads slowly, and is seldom needed
      log.warn("Skipped a release whose record cannot be read: {}", reason.getMessage());
      return Optional.empty();
    }
  }

  /**
   * The release of a document.
   *
   * @throws IllegalArgumentException if its record cannot be read
   */
  static Release get(IndexSearcher searcher, int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues records = DocValues.getBinary(leaf.reader(), ReleaseDocument.RECORD);
    if (!records.advanceExact(document - leaf.docBase)) {
      throw new IllegalArgumentException("there is none");
    }
    BytesRef record = records.binaryValue();
    return ReleaseJson.read(record.bytes, record.offset, record.length);
  }
}
