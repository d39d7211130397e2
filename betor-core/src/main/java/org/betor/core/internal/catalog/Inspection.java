package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.betor.api.model.ReleaseKey;

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
        checkKeys(leaf.reader());
      }
    }
  }

  private void checkKeys(LeafReader segment) throws IOException {
    try {
      checkRecords(segment);
    } catch (CorruptIndexException damaged) {
      problems.add("%s: %s".formatted(segment, damaged.getMessage()));
    }
  }

  private void checkRecords(LeafReader segment) throws IOException {
    Bits live = segment.getLiveDocs();
    Keys.each(
        segment,
        (key, document) -> {
          if (live == null || live.get(document)) {
            checkRecord(key, segment, document);
          }
        });
  }

  private void checkRecord(ReleaseKey key, LeafReader segment, int document) throws IOException {
    try {
      Records.own(segment, document);
      ReleaseKey found = Records.get(segment, document).key();
      if (!found.equals(key)) {
        problems.add("%s: its record is that of %s".formatted(key, found));
      }
    } catch (IllegalArgumentException unreadable) {
      problems.add("%s: its record cannot be read: %s".formatted(key, unreadable.getMessage()));
    }
  }
}
