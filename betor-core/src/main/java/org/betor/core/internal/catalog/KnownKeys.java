package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.betor.api.model.ReleaseKey;

/**
 * Tells of most new keys that they are new, without a look at the index: a Bloom filter of 8 to 16
 * bits a key. It takes a few new keys for known ones, and never a known one for new. May be read by
 * several threads while none changes it.
 */
final class KnownKeys {
  private static final int BITS_PER_KEY = 16;
  private static final int PROBES = 4;

  private final CatalogReader reader;
  private final int fewest;
  private long[] bits = {};
  private long room;

  /**
   * A filter that has read nothing yet.
   *
   * @param fewest keys that there is room for at least; a power of two from 64
   */
  KnownKeys(CatalogReader reader, int fewest) {
    this.reader = reader;
    this.fewest = fewest;
  }

  /**
   * Makes room for more keys where there is none: reads all those that searches see.
   *
   * @param unrefreshed those that they do not see yet
   */
  void makeRoom(Supplier<Stream<String>> unrefreshed) throws IOException {
    if (room <= 0) {
      long keys = reader.searching(this::readAll);
      unrefreshed.get().forEach(this::add);
      room += keys; // not before all is read: after a failure it is read again
    }
  }

  void add(String key) {
    add(KeyHash.of(key));
  }

  /** Whether something may be there under this key. */
  boolean mayHold(ReleaseKey key) {
    long hash = KeyHash.of(key.value());
    for (int probe = 0; probe < PROBES; probe++) {
      int bit = bit(hash, probe);
      if ((bits[bit >>> 6] & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  private long readAll(IndexSearcher searcher) throws IOException {
    long keys = Math.max(fewest, 2L * searcher.getIndexReader().maxDoc());
    bits = new long[0]; // frees it before the larger one is made
    bits = new long[(int) (Long.highestOneBit(keys) * BITS_PER_KEY / Long.SIZE)];
    room = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      NumericDocValues hashes = DocValues.getNumeric(leaf.reader(), ReleaseDocument.TIE);
      while (hashes.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
        add(hashes.longValue());
      }
    }
    return keys;
  }

  private void add(long hash) {
    room--;
    for (int probe = 0; probe < PROBES; probe++) {
      int bit = bit(hash, probe);
      bits[bit >>> 6] |= 1L << bit;
    }
  }

  /** The hash has bits enough for all probes, each spread over the whole filter. */
  private int bit(long hash, int probe) {
    long mixed = (hash >>> 32) + probe * (hash | 1);
    return (int) (mixed & (bits.length * (long) Long.SIZE - 1));
  }
}
