package org.betor.p2p.internal.session;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.betor.api.spi.FilePriority;
import org.betor.p2p.internal.bencode.Dictionary;

/**
 * Which files are wanted, and how much; said also before it is known which there are.
 *
 * @param chosen the files that are wanted; empty for all
 * @param priorities of files for which something else was said
 */
record FileWishes(Optional<Set<Integer>> chosen, Map<Integer, FilePriority> priorities) {

  FileWishes {
    chosen = chosen.map(Set::copyOf);
    priorities = Map.copyOf(priorities);
  }

  /** These files, and nothing else was said. */
  static FileWishes choose(Optional<Set<Integer>> chosen) {
    return new FileWishes(chosen, Map.of());
  }

  /** Nothing but these; one that was wanted already keeps its priority. */
  FileWishes only(Set<Integer> files) {
    Map<Integer, FilePriority> kept = new HashMap<>(priorities);
    kept.keySet().retainAll(files);
    kept.values().removeIf(priority -> priority == FilePriority.SKIP);
    return new FileWishes(Optional.of(files), kept);
  }

  FileWishes with(int file, FilePriority priority) {
    Map<Integer, FilePriority> more = new HashMap<>(priorities);
    more.put(file, priority);
    return new FileWishes(chosen, more);
  }

  /** That file too, if it was not wanted. */
  FileWishes wanting(int file) {
    return of(file) == FilePriority.SKIP ? with(file, FilePriority.NORMAL) : this;
  }

  /** How much each of so many files is wanted. */
  List<FilePriority> ofAll(int files) {
    return IntStream.range(0, files).mapToObj(this::of).toList();
  }

  private FilePriority of(int file) {
    boolean wanted = chosen.isEmpty() || chosen.get().contains(file);
    return priorities.getOrDefault(file, wanted ? FilePriority.NORMAL : FilePriority.SKIP);
  }

  Map<String, Object> toMap() {
    Map<String, Object> map = new HashMap<>();
    chosen.ifPresent(files -> map.put("chosen", packed(files)));
    for (FilePriority priority : FilePriority.values()) {
      Set<Integer> files = new HashSet<>(priorities.keySet());
      files.removeIf(file -> priorities.get(file) != priority);
      if (!files.isEmpty()) {
        map.put(priority.name(), packed(files));
      }
    }
    return map;
  }

  /** Reads what {@link #toMap} wrote. */
  static FileWishes read(Dictionary map) {
    Map<Integer, FilePriority> priorities = new HashMap<>();
    for (FilePriority priority : FilePriority.values()) {
      map.bytes(priority.name())
          .ifPresent(files -> unpacked(files).forEach(file -> priorities.put(file, priority)));
    }
    return new FileWishes(map.bytes("chosen").map(FileWishes::unpacked), priorities);
  }

  /** Four bytes each: as values of their own they would be too many for a reader with bounds. */
  private static byte[] packed(Set<Integer> files) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * files.size());
    new TreeSet<>(files).forEach(bytes::putInt);
    return bytes.array();
  }

  private static Set<Integer> unpacked(byte[] packed) {
    ByteBuffer bytes = ByteBuffer.wrap(packed);
    Set<Integer> files = new HashSet<>();
    while (bytes.hasRemaining()) {
      files.add(bytes.getInt());
    }
    return files;
  }
}
