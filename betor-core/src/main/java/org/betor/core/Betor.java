package org.betor.core;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.betor.api.model.ReleaseKey;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Change;
import org.betor.api.spi.Pause;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.Settings;
import org.betor.api.spi.Store;
import org.betor.api.spi.TitleSource;
import org.betor.api.spi.TorrentClient;
import org.betor.core.internal.discovery.Discovery;
import org.betor.core.internal.discovery.TitleSources;
import org.betor.core.internal.enrich.Alarm;
import org.betor.core.internal.enrich.EnrichmentRun;
import org.betor.core.internal.enrich.Stage;
import org.betor.core.internal.search.Blocks;
import org.betor.core.internal.search.Engine;
import org.betor.core.internal.search.Guest;
import org.betor.core.internal.search.Mirrors;
import org.betor.core.internal.search.SearchRun;
import org.betor.core.internal.search.Workers;
import org.betor.core.internal.title.TitleStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library: searches all providers that it finds or is given, and keeps what they say in a
 * catalogue. Contacts no site until asked to search; services that know titles, and the peers and
 * trackers of torrents, are asked in the background, if they are set up. Safe for use by several
 * threads.
 */
public final class Betor implements AutoCloseable {
  private static final Store.Bound BLOCKS = Store.Bound.bytes(1 << 30);
  private static final Store.Bound MIRRORS = Store.Bound.bytes(1 << 20);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  private final Path folder;
  private final LocalHost host;
  private final Catalog catalog;
  private final Blocks blocks;
  private final Discovery discovery;
  private final List<Guest> guests;
  private final Engine engine;
  private final Set<Search> running = ConcurrentHashMap.newKeySet();
  private final TitleSources titleSources;
  private final EnrichmentRun enrichment;
  private @Nullable Titles titles;
  private boolean closed;

  private Betor(Builder builder) {
    Settings settings = Settings.of(builder.settings);
    this.folder = builder.folder;
    this.discovery = builder.plugins.providers(settings);
    this.guests = discovery.providers().stream().map(Guest::new).toList();
    this.host = new LocalHost(folder, settings, builder.clock, builder.pause);
    this.catalog = builder.catalog.open(host);
    this.blocks = new Blocks(() -> host.store("blocked", BLOCKS), catalog, builder.clock);
    Workers workers = new Workers();
    this.titleSources = builder.plugins.titleSources();
    this.enrichment =
        new EnrichmentRun(
            catalog,
            stages(builder),
            builder.clock,
            work -> workers.start("betor-enrichment", work),
            new Alarm(
                builder.clock,
                builder.pause,
                wait -> workers.submit("betor-enrichment-alarm", wait)),
            builder.listener);
    this.engine =
        new Engine(
            catalog,
            blocks,
            host::fetcher,
            new Mirrors(settings, () -> host.store("mirrors", MIRRORS)),
            settings,
            builder.clock,
            builder.pause,
            workers,
            enrichment::wake,
            builder.patience);
    enrichment.wake();
  }

  private List<Stage> stages(Builder builder) {
    List<Stage> stages = new ArrayList<>();
    stages.add(new TitleStage(catalog, () -> titles().desk(), builder.clock));
    builder.torrents.ifPresent(
        client -> stages.addAll(new TorrentStages(host, catalog).with(client)));
    return List.copyOf(stages);
  }

  /**
   * Opens the library on a folder, with every provider on the class path and module path.
   *
   * @throws IllegalStateException if the folder is in use, or two providers have the same id
   */
  public static Betor open(Path folder) {
    return builder(folder).open();
  }

  /**
   * Starts to open the library otherwise.
   *
   * @param folder where everything is kept; made if it is not there
   */
  public static Builder builder(Path folder) {
    return new Builder(folder);
  }

  /** Searches the catalogue and all providers. Returns at once with the catalogue's answer. */
  public Search search(Query query) {
    return search(query, SearchListener.NONE);
  }

  /** Searches the catalogue and all providers, and tells what comes as it comes. */
  public Search search(Query query, SearchListener listener) {
    return SearchRun.start(query, guests, engine, listener, running);
  }

  /** Where everything found is kept. */
  public Catalog catalog() {
    return catalog;
  }

  /** Films and series, and which of them releases are. Closed with the library. */
  public synchronized Titles titles() {
    if (closed) {
      throw new IllegalStateException("the library in %s is closed".formatted(folder));
    }
    if (titles == null) {
      titles = new Titles(host, titleSources.found(), Optional.of(catalog), () -> {});
      titles.onChange(enrichment::wake);
    }
    return titles;
  }

  /** What releases lack, which is found out in the background. */
  public Enrichment enrichment() {
    return enrichment;
  }

  /** The providers, in the order of registration. */
  public List<ProviderInfo> providers() {
    return guests.stream().map(Guest::info).toList();
  }

  /** How the library stands. */
  public Health health() {
    return new Health(
        folder,
        guests.stream()
            .map(
                guest ->
                    new Health.OfProvider(
                        guest.info(),
                        engine.mirrors().homes(guest.info()).get(0),
                        guest.last(),
                        guest.isStuck()))
            .toList(),
        Stream.concat(discovery.failures().stream(), titleSources.failures().stream()).toList());
  }

  /**
   * Takes a release down: it shows to nobody from now on, and no search writes of it again, also
   * after the program has ended and begun anew.
   *
   * @param key the release, whether or not the catalogue has it
   * @param reason why, for people; not blank
   */
  public void block(ReleaseKey key, String reason) {
    blocks.add(key, reason);
  }

  /** Lifts the block of a release, which shows again as far as it was known before. */
  public void unblock(ReleaseKey key) {
    blocks.lift(key);
  }

  /** The releases that are blocked, with the reasons. */
  public Map<ReleaseKey, String> blocked() {
    return blocks.all();
  }

  /**
   * Reads all that is kept beside the catalogue; what the disk has damaged, one message for each
   * value that is lost.
   */
  public List<String> check() {
    return host.checkStores();
  }

  /**
   * Stops all searches and ends all threads; returns within about 5 seconds. A provider that will
   * not end is named in the log; it costs one daemon thread.
   */
  @Override
  public void close() {
    enrichment.close();
    running.forEach(Search::cancel);
    Set<String> remaining = engine.workers().close(CLOSE_PATIENCE);
    if (!remaining.isEmpty()) {
      Logger log = LoggerFactory.getLogger(Betor.class); // loads slowly, and is seldom needed
      log.warn("closed, but these threads will not end: {}", remaining);
    }
    closeTitles();
    catalog.close();
    host.close();
  }

  private synchronized void closeTitles() {
    closed = true;
    if (titles != null) {
      titles.close();
    }
  }

  /** Opens the library with other parts than the usual ones. */
  public static final class Builder {
    private final Path folder;
    private final Plugins plugins = new Plugins();
    private final Map<String, String> settings = new HashMap<>();
    private Catalog.Factory catalog = new LuceneCatalog.Factory();
    private Consumer<Change> listener = change -> {};
    private Duration patience = Duration.ofSeconds(60);
    private InstantSource clock = Clock.systemUTC();
    private Pause pause = Pause.SLEEPING;
    private Optional<TorrentClient> torrents = Optional.empty();

    private Builder(Path folder) {
      this.folder = folder;
    }

    /** A provider, besides those that are found. */
    public Builder provider(Provider provider) {
      plugins.add(provider);
      return this;
    }

    /** Finds plugins by this class loader; by the thread's context class loader unless set. */
    public Builder classLoader(ClassLoader loader) {
      plugins.findBy(loader);
      return this;
    }

    /** Finds plugins in this module layer and its parents. */
    public Builder layer(ModuleLayer layer) {
      plugins.findIn(layer);
      return this;
    }

    /** Finds no plugins: only those given take part. */
    public Builder withoutDiscovery() {
      plugins.findNone();
      return this;
    }

    /** Of all providers, those found and those given, only these take part, by their ids. */
    public Builder only(String... ids) {
      plugins.only(Set.copyOf(List.of(ids)));
      return this;
    }

    /**
     * A setting by its full name, such as {@code tmdb.token}. Every provider knows {@code
     * <id>.home}: the address of its site, in place of those that it brings.
     */
    public Builder setting(String name, String value) {
      settings.put(name, value);
      return this;
    }

    /** A source of titles, which is asked after those that the library brings. */
    public Builder titleSource(TitleSource source) {
      plugins.add(source);
      return this;
    }

    /**
     * Hears what was found out of releases in the background, such as which film one is, when it is
     * durable and found by searches. Called on a thread of the library, one at a time.
     */
    public Builder onChange(Consumer<Change> listener) {
      this.listener = listener;
      return this;
    }

    /**
     * Finds out in the background what is in the torrents that are found, by asking their peers,
     * and, if the client is a {@link TorrentClient.Scraper}, how many peers share the newest, by
     * asking their trackers; both see this machine's address. Torrents of private trackers are not
     * asked about. A torrent is in the client while its metadata is fetched, and taken from it
     * then, unless it was resumed; one that the application has in it already is only read. The
     * application closes the client, after the library. None unless set.
     */
    public Builder torrentClient(TorrentClient client) {
      this.torrents = Optional.of(client);
      return this;
    }

    /** What opens the catalogue; Lucene's unless set. */
    public Builder catalog(Catalog.Factory catalog) {
      this.catalog = catalog;
      return this;
    }

    /** How long one provider may take; 60 seconds unless set. Positive. */
    public Builder patience(Duration patience) {
      if (patience.isNegative() || patience.isZero()) {
        throw new IllegalArgumentException("patience must be positive, got " + patience);
      }
      this.patience = patience;
      return this;
    }

    /** What tells the time; the system's clock unless set. */
    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /** What waits; sleeping unless set. */
    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /**
     * Opens the library.
     *
     * @throws IllegalStateException if the folder is in use, or two providers have the same id
     * @throws IllegalArgumentException if only some providers are to take part and one of them is
     *     not there; the message names those that are
     */
    public Betor open() {
      return new Betor(this);
    }
  }
}
