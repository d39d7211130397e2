package org.betor.testkit;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.betor.api.spi.FilePriority;

/** Which files of a torrent are wanted, known before the torrent's files are. */
final class Wishes {
  private Map<Integer, FilePriority> named = new HashMap<>();
  private FilePriority others = FilePriority.NORMAL;

  FilePriority of(int file) {
    return named.getOrDefault(file, others);
  }

  boolean wants(int file) {
    return of(file) != FilePriority.SKIP;
  }

  /** Nothing but these; one that was wanted already keeps its priority. */
  void choose(Set<Integer> files) {
    named =
        new HashMap<>(
            files.stream()
                .collect(
                    toMap(file -> file, file -> wants(file) ? of(file) : FilePriority.NORMAL)));
    others = FilePriority.SKIP;
  }

  void prioritise(int file, FilePriority priority) {
    named.put(file, priority);
  }
}
