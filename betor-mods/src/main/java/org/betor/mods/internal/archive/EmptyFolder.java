package org.betor.mods.internal.archive;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that has nothing in it yet. */
public final class EmptyFolder {
  private final Path folder;

  private EmptyFolder(Path folder) {
    this.folder = folder;
  }

  /** This folder, which is made if it is not there. */
  public static EmptyFolder at(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new DirectoryNotEmptyException(folder.toString());
      }
    }
    return new EmptyFolder(folder);
  }

  /** Fills it; if that fails, it is empty again. */
  public void fill(Filling filling) throws IOException {
    boolean filled = false;
    try {
      filling.fill(folder);
      filled = true;
    } finally {
      if (!filled) {
        empty();
      }
    }
  }

  private void empty() throws IOException {
    List<Path> content;
    try (Stream<Path> all = Files.walk(folder)) {
      content = all.filter(path -> !path.equals(folder)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : content) {
      Files.delete(path);
    }
  }

  /** Writes files. */
  @FunctionalInterface
  public interface Filling {

    /** Writes them below this. */
    void fill(Path folder) throws IOException;
  }
}
