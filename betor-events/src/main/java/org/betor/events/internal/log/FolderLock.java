package org.betor.events.internal.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** Keeps two programs from writing to one folder. */
final class FolderLock implements Closeable {
  private final RandomAccessFile file;

  private FolderLock(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Locks a folder.
   *
   * @throws IllegalStateException if it is locked already
   */
  static FolderLock of(Path folder) throws IOException {
    RandomAccessFile file = new RandomAccessFile(folder.resolve("lock").toFile(), "rw");
    try {
      if (file.getChannel().tryLock() != null) {
        return new FolderLock(file);
      }
    } catch (OverlappingFileLockException ours) {
      file.close();
      throw inUse(folder);
    }
    file.close();
    throw inUse(folder);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static IllegalStateException inUse(Path folder) {
    return new IllegalStateException(
        folder
            + " is in use: close the channel that has it open, in this or another program, or give"
            + " this one a folder of its own");
  }
}
