package org.betor.p2p.internal.session;

import java.util.HashMap;
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

  FileWishes with(int file, FilePriority priority) {
    Map<Integer, FilePriority> more = new HashMap<>(priorities);
    more.put(file, priority);
    return new FileWishes(chosen, more);
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
    chosen.ifPresent(files -> map.put("chosen", List.copyOf(new TreeSet<>(files))));
    Map<String, Object> said = new HashMap<>();
    priorities.forEach((file, priority) -> said.put(file.toString(), priority.name()));
    map.put("priorities", said);
    return map;
  }

  static FileWishes read(Dictionary map) {
    Map<Integer, FilePriority> priorities = new HashMap<>();
    Dictionary said = map.dictionary("priorities");
    for (String file : said.values().keySet()) {
      said.text(file)
          .ifPresent(name -> priorities.put(Integer.valueOf(file), FilePriority.valueOf(name)));
    }
    Optional<Set<Integer>> chosen =
        map.values().containsKey("chosen")
            ? Optional.of(
                new TreeSet<>(map.list("chosen").stream().map(FileWishes::index).toList()))
            : Optional.empty();
    return new FileWishes(chosen, priorities);
  }

  private static Integer index(Object number) {
    return ((Long) number).intValue();
  }
}
