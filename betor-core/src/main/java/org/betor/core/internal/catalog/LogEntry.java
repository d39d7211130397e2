package org.betor.core.internal.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.spi.Change;

/**
 * What one call writes, all of it or nothing: parts of releases to be merged with what is there. A
 * release without sections is one to remove.
 */
record LogEntry(List<Part> parts) {

  /** A release as far as this entry knows it, and its record. Nobody changes the bytes. */
  static final class Part {
    private final Release release;
    private final byte[] record;

    private Part(Release release, byte[] record) {
      this.release = release;
      this.record = record;
    }

    static Part of(Release release) {
      return new Part(release, PackedJson.of(release));
    }

    Release release() {
      return release;
    }

    byte[] record() {
      return record;
    }

    boolean removes() {
      return release.sections().isEmpty();
    }
  }

  static LogEntry put(Collection<Change> changes) {
    return new LogEntry(
        changes.stream()
            .collect(
                groupingBy(Change::key, LinkedHashMap::new, mapping(Change::section, toList())))
            .entrySet()
            .stream()
            .map(each -> Part.of(Release.of(each.getKey()).with(each.getValue())))
            .toList());
  }

  static LogEntry remove(Collection<ReleaseKey> keys) {
    return new LogEntry(keys.stream().map(Release::of).map(Part::of).toList());
  }

  /**
   * Reads an entry again.
   *
   * @throws IllegalArgumentException if it is of a later version
   */
  static LogEntry read(byte[] bytes) {
    List<Part> parts = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    try {
      while (rest.hasRemaining()) {
        byte[] record = new byte[rest.getInt()];
        rest.get(record);
        parts.add(new Part(PackedJson.read(new BytesRef(record)), record));
      }
    } catch (BufferUnderflowException | NegativeArraySizeException broken) {
      throw new IllegalArgumentException("a broken entry of the change log", broken);
    }
    return new LogEntry(parts);
  }

  byte[] toBytes() {
    int size = parts.stream().mapToInt(part -> Integer.BYTES + part.record.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size);
    parts.forEach(part -> bytes.putInt(part.record.length).put(part.record));
    return bytes.array();
  }
}
