package org.betor.core;

import java.nio.file.Path;
import java.time.InstantSource;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Host;
import org.betor.api.spi.Pause;
import org.betor.api.spi.Settings;
import org.betor.api.spi.Store;

/** A host that has folders, and nothing else. */
record FolderHost(Path root) implements Host {
  @Override
  public Path folder(String name) {
    return root.resolve(name);
  }

  @Override
  public Store store(String name, Store.Bound bound) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Settings settings() {
    return Settings.NONE;
  }

  @Override
  public Fetcher fetcher() {
    throw new UnsupportedOperationException();
  }

  @Override
  public InstantSource clock() {
    return InstantSource.fixed(Films.NOON);
  }

  @Override
  public Pause pause() {
    throw new UnsupportedOperationException();
  }
}
