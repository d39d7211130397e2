package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Release;

/**
 * Makes an index anew out of the records of the old one. Both lie in the same directory; until the
 * new one is committed at the very end, the old one is what a program finds that opens it. A kill
 * before that costs the work so far and nothing else.
 */
final class Rebuild {
  private static final int BATCH = 1_000;

  private final IndexFolder folder;
  private final BatchWriter batches;
  private final Progress progress;
  private final List<Release> batch = new ArrayList<>();
  private long done;

  Rebuild(IndexFolder folder, BatchWriter batches, Progress progress) {
    this.folder = folder;
    this.batches = batches;
    this.progress = progress;
  }

  /** Gives up without a trace if anything fails. */
  void run() throws IOException {
    boolean committed = false;
    try (DirectoryReader old = DirectoryReader.open(folder.directory())) {
      long log = IndexVersion.read(folder.directory()).log();
      IndexWriter writer = folder.beginAnew();
      for (LeafReaderContext leaf : old.leaves()) {
        Scan.each(leaf.reader(), document -> take(leaf.reader(), document, old.numDocs()));
      }
      flush(old.numDocs());
      IndexVersion.set(writer, log);
      writer.commit();
      committed = true;
    } finally {
      if (!committed) {
        batches.refreshed();
        folder.abandonWriter();
      }
    }
  }

  private void take(LeafReader segment, int document, long all) throws IOException {
    try {
      Release record = Records.get(segment, document);
      batch.add(Records.own(segment, document).orElse(record));
    } catch (IllegalArgumentException unreadable) {
      carryOver(segment, document);
    }
    done++;
    if (batch.size() >= BATCH) {
      flush(all);
    }
  }

  /** A record that this program cannot read may be one for a later program. */
  private void carryOver(LeafReader segment, int document) throws IOException {
    BinaryDocValues records = DocValues.getBinary(segment, ReleaseDocument.RECORD);
    BytesRef record = records.advanceExact(document) ? records.binaryValue() : new BytesRef();
    batches.carryOver(Keys.of(segment, document), record);
  }

  private void flush(long all) throws IOException {
    batches.write(LogEntry.of(batch).parts());
    batch.clear();
    folder.searchers().maybeRefreshBlocking();
    batches.refreshed();
    progress.rebuilt(done, all);
  }

  /** Hears how far it is. */
  public interface Progress {
    void rebuilt(long done, long all);
  }
}
