package org.betor.mods.internal.shelf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archives in the library's folder, each named by its number, and who reads them. Safe for use
 * by several threads.
 */
public final class ArchiveFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveFiles.class);
  private static final int IN_ONE_FOLDER = 1000;

  private final Path folder;
  private final Map<Long, Integer> readers = new HashMap<>();
  private final Set<Long> doomed = new HashSet<>();

  /** In that folder. */
  public ArchiveFiles(Path folder) {
    this.folder = folder;
  }

  /** Where an archive is, or would be. */
  Path path(long archive) {
    return folder
        .resolve(Long.toString(archive / IN_ONE_FOLDER))
        .resolve("%d.zip".formatted(archive));
  }

  /** Puts a finished archive into its place. */
  public void place(Path finished, long archive) throws IOException {
    Path path = path(archive);
    Files.createDirectories(path.getParent());
    Files.move(finished, path, StandardCopyOption.ATOMIC_MOVE);
  }

  boolean isWhole(long archive, long bytes) {
    try {
      return !isDoomed(archive) && Files.size(path(archive)) == bytes;
    } catch (IOException gone) {
      return false;
    }
  }

  synchronized void lend(long archive) {
    readers.merge(archive, 1, Integer::sum);
  }

  synchronized boolean isLent(long archive) {
    return readers.containsKey(archive);
  }

  synchronized void giveBack(long archive) {
    boolean last = readers.merge(archive, -1, Integer::sum) == 0;
    if (last) {
      readers.remove(archive);
      if (doomed.remove(archive)) {
        delete(archive);
      }
    }
  }

  /** Whether an archive will be deleted once it is given back. */
  synchronized boolean isDoomed(long archive) {
    return doomed.contains(archive);
  }

  /** Deletes an archive as soon as nobody reads it; whether it is gone already. */
  synchronized boolean doom(long archive) {
    if (isLent(archive)) {
      doomed.add(archive);
      return false;
    }
    return delete(archive);
  }

  private boolean delete(long archive) {
    try {
      Files.deleteIfExists(path(archive));
      return true;
    } catch (IOException later) {
      LOG.warn("cannot delete {} before the library is opened again", path(archive), later);
      return false;
    }
  }
}
