package org.betor.core.internal.catalog;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Release;
import org.jspecify.annotations.Nullable;

/**
 * Reads records, and has the ones at hand that were read last: for the newest releases, which
 * everybody asks for. Knows a record by its bytes, so none is ever out of date. Takes 2 MiB at
 * most. Safe for use by several threads.
 */
final class RecentRecords {
  private static final int PLACES = 1 << 8;

  /** Of longer ones the release takes more memory than it is worth. */
  private static final int LONGEST = 1 << 10;

  private final AtomicReferenceArray<@Nullable Read> places = new AtomicReferenceArray<>(PLACES);

  /**
   * The release of a record.
   *
   * @throws IllegalArgumentException if it is broken, or of a later version
   */
  Release read(BytesRef record) {
    if (record.length > LONGEST) {
      return PackedJson.read(record);
    }
    int place = record.hashCode() & (PLACES - 1);
    Read last = places.get(place);
    if (last != null && last.record.bytesEquals(record)) {
      return last.release;
    }
    Release release = PackedJson.read(record);
    places.set(place, new Read(BytesRef.deepCopyOf(record), release));
    return release;
  }

  private record Read(BytesRef record, Release release) {}
}
