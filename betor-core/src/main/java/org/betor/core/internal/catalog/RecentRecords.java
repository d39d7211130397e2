package org.betor.core.internal.catalog;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Release;
import org.jspecify.annotations.Nullable;

/**
 * Reads records, and has the ones at hand that were read last: for the newest releases, which
 * everybody asks for. Knows a record by its bytes, so none is ever out of date. Gives the releases
 * up when memory is short. Safe for use by several threads.
 */
final class RecentRecords {
  private static final int PLACES = 1 << 8;

  /** Longer ones are seldom among the newest: of those little is known yet. */
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
    @Nullable Release known =
        last == null || !last.record.bytesEquals(record) ? null : last.release.get();
    return known == null ? readAnew(record, place) : known;
  }

  private Release readAnew(BytesRef record, int place) {
    Release release = PackedJson.read(record);
    places.set(place, new Read(BytesRef.deepCopyOf(record), new SoftReference<>(release)));
    return release;
  }

  private record Read(BytesRef record, SoftReference<Release> release) {}
}
