package org.betor.core.internal.online;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Host;
import org.betor.api.spi.Pause;
import org.betor.api.spi.Settings;
import org.betor.api.spi.Store;
import org.betor.api.spi.TitleSource;
import org.betor.core.internal.fetch.Fetching;
import org.betor.core.internal.store.MvStores;
import org.betor.samples.SampleTitles;
import org.betor.testkit.SimulatedTime;

/** A host with sample services around it, which fetches and keeps as in an application. */
final class House implements Host, AutoCloseable {
  final SampleTitles services;
  final SimulatedTime time = new SimulatedTime();
  private final Path folder;
  private final Map<String, String> settings = new HashMap<>();
  private final Fetching fetching;
  private MvStores stores;

  House(Path folder) {
    this(folder, SampleTitles.builder());
  }

  House(Path folder, SampleTitles.Builder services) {
    this.services = services.start();
    this.folder = folder;
    this.settings.putAll(this.services.settings());
    this.fetching = Fetching.open(folder.resolve("pages"), time, time);
    this.stores = MvStores.open(folder.resolve("store.mv"), time);
  }

  House set(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /** Closes what keeps things, and opens it again. */
  void restart() {
    stores.close();
    stores = MvStores.open(folder.resolve("store.mv"), time);
  }

  GuardedSource guarded(TitleSource source) {
    return GuardedSource.of(source, this, fetching::of);
  }

  /** The host that a source sees, without any guard. */
  Host of(TitleSource source) {
    var home = Homes.find(source.id(), source.settings(), settings().of(source.id()));
    return new OwnHost(source.id(), this, home, fetching::of, () -> {});
  }

  @Override
  public Path folder(String name) {
    return folder.resolve(name);
  }

  @Override
  public Store store(String name, Store.Bound bound) {
    return stores.store(name, bound);
  }

  @Override
  public Settings settings() {
    return Settings.of(settings);
  }

  @Override
  public Fetcher fetcher() {
    throw new UnsupportedOperationException("each source of titles has a home");
  }

  @Override
  public InstantSource clock() {
    return time;
  }

  @Override
  public Pause pause() {
    return time;
  }

  @Override
  public void close() {
    fetching.close();
    stores.close();
    services.close();
  }
}
