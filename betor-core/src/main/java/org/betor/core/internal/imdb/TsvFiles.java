package org.betor.core.internal.imdb;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The files of an import, at most one of each table. */
final class TsvFiles {
  private final Map<Table, TsvFile> files = new EnumMap<>(Table.class);

  /**
   * Looks which is which.
   *
   * @throws IllegalArgumentException if one is none of them, two are the same, or the titles lack
   */
  TsvFiles(Collection<Path> paths) {
    for (Path path : paths) {
      TsvFile file = TsvFile.open(path);
      TsvFile other = files.put(file.table(), file);
      if (other != null) {
        throw new IllegalArgumentException(
            "%s and %s are both %s: give one of them".formatted(other.path(), path, file.table()));
      }
    }
    if (!files.containsKey(Table.TITLES)) {
      throw new IllegalArgumentException(
          "none of the files %s is %s: it is needed for an import".formatted(paths, Table.TITLES));
    }
  }

  Optional<TsvFile> get(Table table) {
    return Optional.ofNullable(files.get(table));
  }

  /** On the disk, all together. */
  long bytes() {
    return files.values().stream().mapToLong(TsvFile::size).sum();
  }

  /** What tells these files from others, or from what they were or will be. */
  String fingerprint() {
    return files.values().stream().map(TsvFile::fingerprint).collect(joining("\n"));
  }
}
