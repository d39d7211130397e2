package org.betor.core.internal.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.betor.api.spi.Store.Bound;
import org.h2.mvstore.MVMap;

/** When each value of a store was put, its size and its checksum. */
final class Ledger {
  private static final int ENTRY_BYTES = Long.BYTES + 2 * Integer.BYTES;

  private final MVMap<String, byte[]> kept;

  /** What was put longest ago comes first. */
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private long bytes;

  Ledger(MVMap<String, byte[]> kept) {
    this.kept = kept;
    load();
  }

  /** Reads again what is kept. */
  void load() {
    entries.clear();
    bytes = 0;
    Map<String, Entry> read = new LinkedHashMap<>();
    kept.forEach((key, entry) -> read.put(key, Entry.of(entry)));
    read.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparing(Entry::millis)))
        .forEach(entry -> add(entry.getKey(), entry.getValue()));
  }

  Optional<Entry> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  void put(String key, byte[] value, Instant now) {
    remove(key);
    Entry entry = new Entry(now.toEpochMilli(), value.length, checksum(value));
    kept.put(key, entry.toBytes());
    add(key, entry);
  }

  void remove(String key) {
    Entry entry = entries.remove(key);
    if (entry != null) {
      bytes -= entry.size;
      kept.remove(key);
    }
  }

  /** The keys that have to go. */
  List<String> beyond(Bound bound, Instant now) {
    List<String> beyond = new ArrayList<>();
    long left = bytes;
    for (Map.Entry<String, Entry> each : entries.entrySet()) {
      if (left <= bound.bytes() && !each.getValue().isOlder(bound, now)) {
        break;
      }
      beyond.add(each.getKey());
      left -= each.getValue().size;
    }
    return beyond;
  }

  private void add(String key, Entry entry) {
    entries.put(key, entry);
    bytes += entry.size;
  }

  private static int checksum(byte[] value) {
    CRC32C checksum = new CRC32C();
    checksum.update(value);
    return (int) checksum.getValue();
  }

  /** What is known of one value. */
  record Entry(long millis, int size, int checksum) {
    static Entry of(byte[] bytes) {
      ByteBuffer entry = ByteBuffer.wrap(bytes);
      return new Entry(entry.getLong(), entry.getInt(), entry.getInt());
    }

    byte[] toBytes() {
      return ByteBuffer.allocate(ENTRY_BYTES).putLong(millis).putInt(size).putInt(checksum).array();
    }

    boolean isOlder(Bound bound, Instant now) {
      return Instant.ofEpochMilli(millis).plus(bound.age()).isBefore(now);
    }

    boolean fits(byte[] value) {
      return value.length == size && Ledger.checksum(value) == checksum;
    }
  }
}
