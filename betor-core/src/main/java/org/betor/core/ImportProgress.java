package org.betor.core;

/** Hears how far an import is. */
@FunctionalInterface
public interface ImportProgress {
  /** Hears nothing. */
  ImportProgress NONE = (titles, bytes, allBytes) -> {};

  /**
   * Called every few thousand lines on the thread that imports. What it throws ends the import; the
   * next one of the same files goes on from its last commit.
   *
   * @param titles so many are read
   * @param bytes so many of the files are read, as they are on the disk
   * @param allBytes so many the files have
   */
  void at(long titles, long bytes, long allBytes);
}
