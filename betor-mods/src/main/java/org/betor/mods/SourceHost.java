package org.betor.mods;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Host;
import org.betor.api.spi.Pause;
import org.betor.api.spi.Settings;
import org.betor.api.spi.Store;

/**
 * What a source of mods gets from its application.
 *
 * @param all the settings of all sources
 */
record SourceHost(Path root, String source, Settings all) implements Host {

  @Override
  public Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(source).resolve(name));
    } catch (IOException denied) {
      throw new UncheckedIOException("cannot make a folder in " + root, denied);
    }
  }

  @Override
  public Settings settings() {
    return all.of(source);
  }

  @Override
  public InstantSource clock() {
    return InstantSource.system();
  }

  @Override
  public Pause pause() {
    return Pause.SLEEPING;
  }

  @Override
  public Store store(String name, Store.Bound bound) {
    throw new UnsupportedOperationException("a source of mods keeps nothing in a store");
  }

  @Override
  public Fetcher fetcher() {
    throw new UnsupportedOperationException("a source of mods speaks HTTP itself");
  }
}
