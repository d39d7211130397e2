package org.betor.core.internal.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/**
 * What a commit of the index says of itself.
 *
 * @param mapping the version of the documents' fields
 * @param log the number of the last file of the log that the commit holds; 0 if there is none
 */
record IndexVersion(long mapping, long log) {
  /**
   * Goes up when {@link ReleaseDocument}, {@link Keys} or the words change. Version 1 stated none.
   */
  static final long CURRENT = 5;

  private static final String MAPPING = "betor.mapping";
  private static final String LOG = "betor.log";

  /** That of an index which is there, or is about to begin. */
  static IndexVersion read(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return new IndexVersion(CURRENT, 0);
    }
    Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
    try {
      return new IndexVersion(
          Long.parseLong(data.getOrDefault(MAPPING, "1")),
          Long.parseLong(data.getOrDefault(LOG, "0")));
    } catch (NumberFormatException broken) {
      throw new IOException("its commit has no readable version", broken);
    }
  }

  /**
   * Refuses what a later program wrote.
   *
   * @throws UncheckedIOException if so
   */
  void checkReadable(Path path) {
    if (mapping > CURRENT) {
      throw new UncheckedIOException(
          new IOException(
              "the catalogue in %s is of version %d, and this program reads up to %d: use a later one"
                  .formatted(path, mapping, CURRENT)));
    }
  }

  boolean isOutdated() {
    return mapping < CURRENT;
  }

  /** Has the next commit say this. */
  static void set(IndexWriter writer, long log) {
    Map<String, String> data = new HashMap<>();
    data.put(MAPPING, Long.toString(CURRENT));
    data.put(LOG, Long.toString(log));
    writer.setLiveCommitData(data.entrySet());
  }
}
