package org.betor.core.internal.imdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.OfflineSorter;
import org.apache.lucene.util.OfflineSorter.BufferSize;
import org.apache.lucene.util.OfflineSorter.ByteSequencesReader;
import org.apache.lucene.util.OfflineSorter.ByteSequencesWriter;

/** Rows in the order of their ids, and those of an id in the order of their bytes. */
final class SortedRows implements RowSource {
  /** What is sorted at a time in memory: a sixteenth of the heap, within reason. */
  private static final int MEGABYTES =
      (int) Math.max(1, Math.min(64, Runtime.getRuntime().maxMemory() >> 24));

  /** So many sorted pieces are merged at once. */
  private static final int MERGED = 64;

  private final ChecksumIndexInput in;
  private final ByteSequencesReader reader;

  private SortedRows(ChecksumIndexInput in, String name) {
    this.in = in;
    this.reader = new ByteSequencesReader(in, name);
  }

  /**
   * Sorts rows on the disk.
   *
   * @param unsorted where they come from; it is closed
   * @param folder takes temporary files, which stay there
   * @param beat called after each portion
   */
  static SortedRows of(RowSource unsorted, Directory folder, Runnable beat) throws IOException {
    String all = write(unsorted, folder, beat);
    OfflineSorter sorter =
        new OfflineSorter(
            folder,
            "sorted",
            OfflineSorter.DEFAULT_COMPARATOR,
            BufferSize.megabytes(MEGABYTES),
            MERGED,
            -1,
            null,
            1);
    String sorted = sorter.sort(all);
    folder.deleteFile(all);
    // READONCE would bind the input to this thread, and another one reads on
    return new SortedRows(folder.openChecksumInput(sorted, IOContext.DEFAULT), sorted);
  }

  @Override
  public Portion next() throws IOException {
    List<Row> rows = new ArrayList<>();
    int bytes = 0;
    while (rows.size() < PORTION_ROWS && bytes < PORTION_BYTES) {
      BytesRef next = reader.next();
      if (next == null) {
        CodecUtil.checkFooter(in);
        return new Portion(rows, true);
      }
      rows.add(row(next));
      bytes += next.length;
    }
    return new Portion(rows, false);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static String write(RowSource rows, Directory folder, Runnable beat) throws IOException {
    try (IndexOutput out = folder.createTempOutput("rows", "all", IOContext.DEFAULT);
        rows) {
      ByteSequencesWriter writer = new ByteSequencesWriter(out);
      Portion portion;
      do {
        portion = rows.next();
        for (Row row : portion.rows()) {
          writer.write(bytes(row));
        }
        beat.run();
      } while (!portion.last());
      CodecUtil.writeFooter(out);
      return out.getName();
    }
  }

  private static byte[] bytes(Row row) {
    BytesRef said = row.said();
    return ByteBuffer.allocate(Integer.BYTES + said.length)
        .putInt((int) row.id())
        .put(said.bytes, said.offset, said.length)
        .array();
  }

  private static Row row(BytesRef bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    long id = Integer.toUnsignedLong(in.getInt());
    byte[] said = new byte[in.remaining()];
    in.get(said);
    return new Row(id, new BytesRef(said));
  }
}
