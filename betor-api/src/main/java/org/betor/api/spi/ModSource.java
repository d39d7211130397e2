package org.betor.api.spi;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.betor.api.Experimental;

/**
 * Where game mods come from. Found by {@link java.util.ServiceLoader}; safe for use by several
 * threads.
 */
@Experimental
public interface ModSource {

  /** Unique and stable, such as {@code steam}. */
  String id();

  /** The mod that an address or id names, if it is one of this source. */
  Optional<ModKey> parse(String text);

  /** What the source says of mods; one that it does not know is left out. */
  List<Details> details(Collection<ModKey> mods, Host host);

  /** Fetches a mod's files into an empty folder. Blocks; ends when interrupted. */
  void fetch(ModKey mod, Path emptyFolder, Host host) throws InterruptedException;

  /**
   * Names a mod.
   *
   * @param source the source's id
   * @param game the game's id there
   * @param mod the mod's id there
   */
  record ModKey(String source, String game, String mod) {}

  /**
   * What a source says of a mod.
   *
   * @param key the mod
   * @param title its title
   * @param version changes with its content
   */
  record Details(ModKey key, String title, String version) {}
}
