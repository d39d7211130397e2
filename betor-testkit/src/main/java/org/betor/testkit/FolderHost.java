package org.betor.testkit;

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
 * A host for tests of factories: it has folders, settings and the system's time. It has no store,
 * and fetches no pages: whoever asks for one meets an {@link UnsupportedOperationException}. Safe
 * for use by several threads.
 *
 * @param root where its folders are made
 * @param settings those of the part that it opens, by their bare names
 */
public record FolderHost(Path root, Settings settings) implements Host {
  @Override
  public Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public Store store(String name, Store.Bound bound) {
    throw new UnsupportedOperationException("a test without a store asks for " + name);
  }

  @Override
  public Fetcher fetcher() {
    throw new UnsupportedOperationException("a test without pages asks for a fetcher");
  }

  @Override
  public InstantSource clock() {
    return InstantSource.system();
  }

  @Override
  public Pause pause() {
    return Pause.SLEEPING;
  }
}
