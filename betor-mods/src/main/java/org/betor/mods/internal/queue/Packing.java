package org.betor.mods.internal.queue;

import java.io.IOException;
import java.nio.file.Path;
import org.betor.api.mod.ModException;
import org.betor.mods.internal.archive.Packed;

/** Makes an archive of a folder. Safe for use by several threads. */
@FunctionalInterface
public interface Packing {

  /**
   * Writes an archive with all files of the folder, and reads it again.
   *
   * @param archive does not exist yet
   * @throws ModException if the folder holds what must not be packed, or nothing at all
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if the thread is interrupted
   */
  Packed pack(Path folder, Path archive) throws IOException, InterruptedException;
}
