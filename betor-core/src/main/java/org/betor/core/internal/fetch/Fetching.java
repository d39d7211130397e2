package org.betor.core.internal.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Pause;
import org.jspecify.annotations.Nullable;

/** Fetches pages over HTTP for all sites. Safe for use by several threads. */
public final class Fetching implements AutoCloseable {
  private final Path cacheFolder;
  private final InstantSource clock;
  private final Limits limits;
  private final Resolver resolver;
  private final Exchange exchange;
  private final Retries retries;
  private @Nullable PageClient client;
  private boolean closed;

  Fetching(
      Path cacheFolder,
      InstantSource clock,
      Pause pause,
      Limits limits,
      Resolver resolver,
      RandomGenerator random) {
    this.cacheFolder = cacheFolder;
    this.clock = clock;
    this.limits = limits;
    this.resolver = resolver;
    this.exchange = new Exchange(this::client, new Paces(limits, clock, pause), limits, clock);
    this.retries = new Retries(clock, pause, random);
  }

  /**
   * Prepares to fetch. Starts nothing and touches no file before the first page is fetched.
   *
   * @param cacheFolder where pages are kept: a folder for this alone, made if it is not there; if
   *     it cannot be used, pages are kept in memory only
   */
  public static Fetching open(Path cacheFolder, InstantSource clock, Pause pause) {
    return new Fetching(cacheFolder, clock, pause, Limits.USUAL, Resolver.SYSTEM, new Random());
  }

  /**
   * Fetches for one site.
   *
   * @param home the site's address as the application chose it; if it is a private or loopback
   *     address or has a local name, its host may be fetched from although it is not public
   */
  public Fetcher of(URI home) {
    return new PoliteFetcher(new AddressGuard(home, resolver), exchange, retries);
  }

  /** Ends all threads and writes down what the cache holds. Whoever still fetches gets an error. */
  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.close();
      client = null;
    }
  }

  private synchronized PageClient client() {
    if (closed) {
      throw new IllegalStateException("fetching is over: it was closed; open a new one");
    }
    if (client == null) {
      client = new PageClient(cacheFolder, limits, clock);
    }
    return client;
  }
}
