package org.betor.core.internal.catalog;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
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
    Map<ReleaseKey, List<Section>> written = new LinkedHashMap<>();
    for (Change change : changes) {
      written.computeIfAbsent(change.key(), key -> new ArrayList<>()).add(change.section());
    }
    List<Release> releases = new ArrayList<>();
    written.forEach((key, sections) -> releases.add(Release.of(key).with(sections)));
    return of(releases);
  }

  static LogEntry remove(Collection<ReleaseKey> keys) {
    return of(keys.stream().map(Release::of).toList());
  }

  /** What these say is written; one that says nothing is removed. */
  static LogEntry of(List<Release> releases) {
    PackedJson packed = new PackedJson();
    return new LogEntry(
        releases.stream().map(release -> new Part(release, packed.pack(release))).toList());
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
