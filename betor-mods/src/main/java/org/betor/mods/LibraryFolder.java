package org.betor.mods;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a library, which nobody else has open. */
final class LibraryFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private LibraryFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes it if need be, and locks it.
   *
   * @throws IllegalStateException if somebody else has it open
   */
  static LibraryFolder open(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel lock = FileChannel.open(path.resolve("library.lock"), CREATE, WRITE);
      if (isLocked(lock)) {
        return new LibraryFolder(path, lock);
      }
      lock.close();
    } catch (IOException failure) {
      throw new ModLibraryException(
          "cannot open a library of mods in %s: choose a folder that can be written"
              .formatted(path),
          failure);
    }
    throw new IllegalStateException(
        "the library of mods in %s is open already, here or in another program: close it there first, or use another folder"
            .formatted(path));
  }

  private static boolean isLocked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException here) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  Path archives() {
    return path.resolve("archives");
  }

  Path work() {
    return path.resolve("work");
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException failure) {
      throw new ModLibraryException("cannot unlock " + path, failure);
    }
  }
}
