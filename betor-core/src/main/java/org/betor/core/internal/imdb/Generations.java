package org.betor.core.internal.imdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * The folders of the imports within the folder of an index. The last complete one is what is
 * searched: the commit that says that it is complete is what puts it into force.
 */
final class Generations {
  private static final String PREFIX = "titles-";
  private static final String SORTING = "sorting";

  private final Path folder;

  Generations(Path folder) {
    this.folder = folder;
  }

  /** The one in force, if there is any. */
  Optional<Path> current() throws IOException {
    return last(ImportState::isComplete);
  }

  /** One of the same files that was not completed. */
  Optional<Path> begun(String files) throws IOException {
    return last(state -> !state.isComplete() && state.files().equals(files));
  }

  /** A new one, behind all others. */
  Path begin() throws IOException {
    List<Path> all = all();
    long last = all.isEmpty() ? 0 : number(all.get(all.size() - 1));
    Path next = Files.createDirectory(folder.resolve(PREFIX + (last + 1)));
    IOUtils.fsync(folder, true);
    return next;
  }

  /** An empty folder for what is needed only during an import. */
  Path beginSorting() throws IOException {
    IOUtils.rm(folder.resolve(SORTING));
    return Files.createDirectory(folder.resolve(SORTING));
  }

  void endSorting() {
    delete(folder.resolve(SORTING));
  }

  /** What the last commit says of a generation; empty if this program cannot read it. */
  static Optional<ImportState> state(Path generation) throws IOException {
    try (FSDirectory directory = FSDirectory.open(generation)) {
      return ImportState.read(directory);
    }
  }

  /** Deletes all others. What another program still reads may stay until the next import. */
  void deleteAllBut(List<Path> kept) throws IOException {
    List<Path> leftovers = new ArrayList<>(all());
    leftovers.removeAll(kept);
    leftovers.forEach(Generations::delete);
  }

  private static void delete(Path leftover) {
    try {
      IOUtils.rm(leftover);
    } catch (IOException inUse) {
      // an open file cannot be deleted on Windows
    }
  }

  private Optional<Path> last(Predicate<ImportState> wanted) throws IOException {
    Optional<Path> last = Optional.empty();
    for (Path generation : all()) {
      if (state(generation).filter(wanted).isPresent()) {
        last = Optional.of(generation);
      }
    }
    return last;
  }

  /** In the order in which they began. */
  private List<Path> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> number(file) > 0)
          .sorted(Comparator.comparingLong(Generations::number))
          .toList();
    }
  }

  /** 0 for other files. */
  private static long number(Path file) {
    String name = file.getFileName().toString();
    return name.matches(PREFIX + "\\d{1,18}") ? Long.parseLong(name.substring(PREFIX.length())) : 0;
  }
}
