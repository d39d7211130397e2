package org.betor.api.mod;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.betor.api.Experimental;
import org.betor.api.spi.Host;
import org.betor.api.spi.Setting;

/**
 * Where mods come from, such as the Steam Workshop. It says what there is and fetches it; when, how
 * often, and what becomes of it is the library's business. Safe for use by several threads; starts
 * none that outlives a call; keeps nothing of its own.
 */
@Experimental
public interface ModSource {

  /** Unique and stable, such as {@code steam}: lower-case letters, digits and hyphens. */
  String id();

  /** The mod that a text names, be it an id or the address of a page; empty if it names none. */
  Optional<ModKey> parse(String text);

  /**
   * What there is to say of these mods, of which all are of this source. One of which the source
   * said nothing this time is left out, which does not mean that it is gone.
   *
   * @throws ModException if the source is not to be had
   */
  Map<ModKey, ModLookup> details(Set<ModKey> mods) throws InterruptedException;

  /**
   * The same mod with what costs another question, such as what it needs and pictures of it, as far
   * as that can be had now; trouble with it is no failure.
   *
   * @param mod as {@link #details} told it
   */
  default ModDetails complete(ModDetails mod) throws InterruptedException {
    return mod;
  }

  /**
   * What there is to say of a game.
   *
   * @param id as in {@link ModDetails#game}
   * @throws ModException if the source is not to be had
   */
  Optional<Game> game(String id) throws InterruptedException;

  /**
   * Fetches a mod's files. After a {@link ModException.Reason#TIMED_OUT} it is called again with
   * the same folder and goes on from there; after any other failure, with an empty one. Names that
   * came from elsewhere do not lead out of the folder.
   *
   * @param mod as {@link #details} told it
   * @param folder for the files, and nothing but them, once this returns; exists
   * @param bytes is told how many bytes are here, again and again, also while it waits for its
   *     turn; who says nothing for minutes is given up. On any thread, and not after this returns
   * @return which content it was, which may be newer than was asked for
   * @throws ModException if it cannot be had
   * @throws IOException if the folder cannot be written
   * @throws InterruptedException if the thread is interrupted; no process is left that writes
   */
  ModVersion fetch(ModDetails mod, Path folder, LongConsumer bytes)
      throws IOException, InterruptedException;

  /** Opens a source with an application's settings. A service. */
  interface Factory {

    /** The id of the source. */
    String id();

    /**
     * The settings that it reads, such as {@code steam.key} for the name {@code key} of the source
     * {@code steam}.
     */
    default List<Setting> settings() {
      return List.of();
    }

    /**
     * Opens it.
     *
     * @throws IllegalArgumentException if a setting makes no sense; the message names it
     */
    ModSource open(Host host);
  }
}
