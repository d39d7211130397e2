package org.betor.core.internal.online;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Host;
import org.betor.api.spi.Pause;
import org.betor.api.spi.Settings;
import org.betor.api.spi.Store;

/**
 * A host as one source of titles sees it: settings without its id before their names, folders and
 * stores of its own, and a fetcher for its home.
 *
 * @param id the source's
 * @param house the application's host
 * @param home where it fetches from; empty if it may fetch from anywhere that is public
 * @param fetchers what fetches from a home
 * @param fetching runs before each page is fetched
 */
record OwnHost(
    String id, Host house, Optional<URI> home, Function<URI, Fetcher> fetchers, Runnable fetching)
    implements Host {

  /** The same host, which tells when a page is fetched. */
  OwnHost telling(Runnable fetching) {
    return new OwnHost(id, house, home, fetchers, fetching);
  }

  @Override
  public Path folder(String name) {
    return house.folder("titles-" + id + "-" + name);
  }

  @Override
  public Store store(String name, Store.Bound bound) {
    return house.store("titles." + id + ".own." + name, bound);
  }

  @Override
  public Settings settings() {
    return house.settings().of(id);
  }

  @Override
  public Fetcher fetcher() {
    Fetcher fetcher = home.map(fetchers).orElseGet(house::fetcher);
    return request -> {
      fetching.run();
      return fetcher.fetch(request);
    };
  }

  @Override
  public InstantSource clock() {
    return house.clock();
  }

  @Override
  public Pause pause() {
    return house.pause();
  }
}
