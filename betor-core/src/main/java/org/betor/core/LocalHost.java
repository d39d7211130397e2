package org.betor.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Host;
import org.betor.api.spi.Pause;
import org.betor.api.spi.Settings;
import org.betor.api.spi.Store;
import org.betor.core.internal.fetch.Fetching;
import org.betor.core.internal.store.MvStores;
import org.jspecify.annotations.Nullable;

/** The host that a folder of this machine makes. What is costly is opened when it is first used. */
final class LocalHost implements Host, AutoCloseable {
  /** Fetches for nobody's site in particular may go anywhere that is public. */
  private static final URI ANYWHERE = URI.create("https://betor.org/");

  private final Path folder;
  private final Settings settings;
  private final InstantSource clock;
  private final Pause pause;
  private final Fetching fetching;
  private @Nullable MvStores stores;

  LocalHost(Path folder, Settings settings, InstantSource clock, Pause pause) {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
    this.fetching = Fetching.open(folder.resolve("pages"), clock, pause);
  }

  /** Where a folder of that name is, or will be. */
  Path path(String name) {
    return folder.resolve(name);
  }

  @Override
  public Path folder(String name) {
    try {
      return Files.createDirectories(path(name));
    } catch (IOException denied) {
      throw new UncheckedIOException("cannot make a folder in " + folder, denied);
    }
  }

  @Override
  public Store store(String name, Store.Bound bound) {
    return stores().store(name, bound);
  }

  /** Reads all stores; what is damaged, for people. */
  List<String> checkStores() {
    return stores().check();
  }

  private synchronized MvStores stores() {
    if (stores == null) {
      stores = MvStores.open(folder.resolve("store.mv"), clock);
    }
    return stores;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public Fetcher fetcher() {
    return fetcher(ANYWHERE);
  }

  /** Fetches for the site of that home. */
  Fetcher fetcher(URI home) {
    return fetching.of(home);
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public Pause pause() {
    return pause;
  }

  @Override
  public synchronized void close() {
    fetching.close();
    if (stores != null) {
      stores.close();
    }
  }
}
