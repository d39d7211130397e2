package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;

/** Reads all of a commit, and says what is wrong with it. */
final class Inspection {
  private final List<String> problems = new ArrayList<>();

  private Inspection() {}

  /** One line for each problem, with the key or the file that it is about. */
  static List<String> of(Directory directory) {
    Inspection inspection = new Inspection();
    try {
      inspection.checkFiles(directory);
      inspection.checkRecords(directory);
    } catch (IOException reason) {
      inspection.problems.add("the index cannot be read: " + reason.getMessage());
    }
    return inspection.problems;
  }

  private void checkFiles(Directory directory) throws IOException {
    try (CheckIndex check = new CheckIndex(directory)) {
      CheckIndex.Status status = check.checkIndex();
      for (CheckIndex.Status.SegmentInfoStatus segment : status.segmentInfos) {
        if (segment.error != null || segment.toLoseDocCount > 0) {
          problems.add("segment %s: %s".formatted(segment.name, segment.error));
        }
      }
      if (!status.clean && problems.isEmpty()) {
        problems.add("the index is damaged: " + status.segmentsFileName);
      }
    }
  }

  private void checkRecords(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        checkRecords(leaf.reader());
      }
    }
  }

  private void checkRecords(LeafReader segment) throws IOException {
    TermsEnum keys = Terms.getTerms(segment, ReleaseDocument.KEY).iterator();
    Bits live = segment.getLiveDocs();
    while (keys.next() != null) {
      PostingsEnum documents = keys.postings(null, PostingsEnum.NONE);
      for (int document = documents.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = documents.nextDoc()) {
        if (live == null || live.get(document)) {
          checkRecord(keys.term().utf8ToString(), segment, document);
        }
      }
    }
  }

  private void checkRecord(String key, LeafReader segment, int document) throws IOException {
    try {
      Records.own(segment, document);
      String found = Records.get(segment, document).key().value();
      if (!found.equals(key)) {
        problems.add("%s: its record is that of %s".formatted(key, found));
      }
    } catch (IllegalArgumentException unreadable) {
      problems.add("%s: its record cannot be read: %s".formatted(key, unreadable.getMessage()));
    }
  }
}
