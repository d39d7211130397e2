package org.betor.mods.steam;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModVersion;

/**
 * Fetches the files of an item that is a folder at the Workshop, such as {@link SteamCmd} does.
 * Safe for use by several threads.
 */
@FunctionalInterface
public interface ContentFetcher {

  /**
   * Fetches. After a {@link ModException.Reason#TIMED_OUT} it is called again with the same folder
   * and goes on from there; after any other failure, with an empty one.
   *
   * @param mod of which id and game are known
   * @param folder for the files, and nothing but them, once this returns; exists
   * @param bytes is told how many bytes are here, again and again, also while it waits for its turn
   * @return which content it was, which may be newer than was asked for
   * @throws ModException if it cannot be had
   * @throws IOException if the folder cannot be written
   * @throws InterruptedException if the thread is interrupted; no process is left that writes
   */
  ModVersion fetch(ModDetails mod, Path folder, LongConsumer bytes)
      throws IOException, InterruptedException;
}
