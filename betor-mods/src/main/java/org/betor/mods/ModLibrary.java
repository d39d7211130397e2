package org.betor.mods;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModSource;
import org.betor.api.mod.ModVersion;
import org.betor.api.spi.Pause;
import org.betor.mods.internal.database.Database;
import org.betor.mods.internal.database.Schema;
import org.betor.mods.internal.list.Counts;
import org.betor.mods.internal.list.Lists;
import org.betor.mods.internal.queue.Fetch;
import org.betor.mods.internal.queue.ModQueue;
import org.betor.mods.internal.queue.Packing;
import org.betor.mods.internal.queue.PackingInTurn;
import org.betor.mods.internal.queue.Sources;
import org.betor.mods.internal.queue.Step;
import org.betor.mods.internal.queue.Watch;
import org.betor.mods.internal.queue.WorkFolder;
import org.betor.mods.internal.queue.Worker;
import org.betor.mods.internal.shelf.ArchiveFiles;
import org.betor.mods.internal.shelf.Eviction;
import org.betor.mods.internal.shelf.JobRow;
import org.betor.mods.internal.shelf.Limits;
import org.betor.mods.internal.shelf.Stock;
import org.jspecify.annotations.Nullable;

/**
 * Mods of games in a folder: fetched when somebody first wishes for them, handed out from then on,
 * kept as new as their sources have them.
 *
 * <pre>{@code
 * try (ModLibrary library = ModLibrary.open(Path.of("mods"), source)) {
 *   ModKey mod = library.parse("2009463077").orElseThrow();
 *   if (library.request(mod) instanceof Requested.Queued) {
 *     Local local = library.await(mod, Duration.ofMinutes(5));
 *   }
 * }
 * }</pre>
 *
 * <p>An archive that was handed out is on loan until it is closed. One program at a time has a
 * library open. Safe for use by several threads.
 */
public final class ModLibrary implements AutoCloseable {
  private final LibraryFolder folder;
  private final Database database;
  private final Sources sources;
  private final Stock stock;
  private final ModQueue queue;
  private final Requests requests;
  private final Watch watch;
  private final ModLists lists;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ModLibrary(Builder settings, LibraryFolder folder, Database database) {
    this.folder = folder;
    this.database = database;
    ArchiveFiles files = new ArchiveFiles(folder.archives());
    WorkFolder work = new WorkFolder(folder.work());
    this.sources = new Sources(settings.sources);
    this.stock = new Stock(database, files, settings.clock, settings.limits());
    Fetch fetch = new Fetch(sources, work, settings.packing, settings.pause, settings.steps);
    Worker worker = new Worker(fetch, work, files, stock, settings.clock, settings.steps);
    this.queue = new ModQueue(worker, settings.clock, settings.workers);
    this.requests =
        new Requests(
            sources,
            stock,
            queue,
            settings.policy,
            settings.clock,
            settings.mostQueued,
            settings.steps);
    work.delete();
    stock.recover(settings.unfinished).forEach(queue::add);
    this.watch = new Watch(queue);
    this.lists = new ModLists(new Lists(database));
  }

  /**
   * Opens the library in a folder, or begins one.
   *
   * @throws IllegalStateException if somebody else has it open
   * @throws ModLibraryException if it cannot be read or written
   */
  public static ModLibrary open(Path folder, ModSource... sources) {
    return builder(folder).sources(Arrays.asList(sources)).open();
  }

  /** A library with other settings than the usual ones. */
  public static Builder builder(Path folder) {
    return new Builder(folder);
  }

  /** The mod that a text names, be it an id or an address; empty if none of the sources knows. */
  public Optional<ModKey> parse(String text) {
    return sources.all().stream().flatMap(source -> source.parse(text).stream()).findFirst();
  }

  /** Wishes for a mod as new as the source has it. */
  public Requested request(ModKey mod) throws InterruptedException {
    return request(mod, Freshness.NEWEST, 0);
  }

  /**
   * Wishes for a mod. A wish for one that is on its way already makes that as urgent as this, if it
   * was less.
   *
   * @param priority higher ones come first
   * @throws IllegalArgumentException if it is of none of the library's sources
   */
  public Requested request(ModKey mod, Freshness freshness, int priority)
      throws InterruptedException {
    return requests.request(mod, freshness, priority);
  }

  /**
   * What a wish for mods or collections comes to, with all that they need. Fetches nothing.
   *
   * @throws IllegalArgumentException if one is of none of the library's sources
   * @throws ModException if a source is not to be had
   */
  public ModPlan plan(ModKey... mods) throws InterruptedException {
    return new Planner(sources, stock).plan(new LinkedHashSet<>(Arrays.asList(mods)));
  }

  /** Wishes for all that a plan would fetch; what becomes of each, in the plan's order. */
  public List<Requested> request(ModPlan approved) {
    return requests.request(approved.fetched(), Freshness.NEWEST, 0);
  }

  /**
   * Waits until a mod is not on its way any more, but no longer than that, and says what is here
   * then.
   */
  public Local await(ModKey mod, Duration patience) throws InterruptedException {
    queue.await(mod, patience);
    return fetchLocal(mod);
  }

  /** What is here of a mod. Asks no source, and fetches nothing. */
  public Local fetchLocal(ModKey mod) {
    return requests.local(mod, (shelf, transaction) -> shelf.lend(transaction, mod));
  }

  /** The same of a certain content of the mod, which may be an older one. */
  public Local fetchLocal(ModKey mod, ModVersion version) {
    return requests.local(mod, (shelf, transaction) -> shelf.lend(transaction, mod, version));
  }

  /** How a mod stands. */
  public ModStatus status(ModKey mod) {
    return database.read(
        transaction -> {
          // In this order, so that a mod that arrives meanwhile is never in neither place.
          var requested = stock.jobs().of(transaction, mod).map(JobRow::mod);
          var failures = stock.jobs().failures(transaction, mod);
          return new ModStatus(stock.shelf().row(transaction, mod), requested, failures);
        });
  }

  /** What is on its way, in the order in which it has its turn. */
  public List<ModProgress> progress() {
    return queue.progress();
  }

  /** Gives a mod up that is on its way; false if it is not, or too late. */
  public boolean cancel(ModKey mod) {
    return queue.cancel(mod);
  }

  /** The contents of a mod that are here, the newest first. */
  public List<StoredVersion> versions(ModKey mod) {
    return database.read(transaction -> stock.shelf().versions(transaction, mod));
  }

  /**
   * Reads the archives of a mod again and compares them with what was stored, as long as that
   * takes. A damaged one is not handed out any more: {@link #fetchLocal} says so, and the next wish
   * fetches the mod again.
   *
   * @return all of them, the newest first; empty if the mod is not here
   */
  public List<VerifiedArchive> verify(ModKey mod) throws InterruptedException {
    return stock.inspection().of(mod);
  }

  /**
   * The same with all archives, the newest first, while everything else goes on.
   *
   * @param listener is told of each, on this thread
   * @return those that are not whole
   */
  public List<VerifiedArchive> verify(Consumer<VerifyProgress> listener)
      throws InterruptedException {
    return stock.inspection().all(listener);
  }

  /**
   * Keeps a mod, with its older contents, whatever the limits; false if it is not here. One that
   * comes again because it was damaged is still pinned.
   */
  public boolean pin(ModKey mod) {
    return database.write(transaction -> stock.shelf().pin(transaction, mod, true));
  }

  /** Keeps it no longer than others; false if it is not here. */
  public boolean unpin(ModKey mod) {
    return database.write(transaction -> stock.shelf().pin(transaction, mod, false));
  }

  /** Deletes a mod, as soon as nobody reads it; false if it is not here. */
  public boolean remove(ModKey mod) {
    boolean removed = database.write(transaction -> stock.shelf().remove(transaction, mod));
    stock.shelf().sweep();
    return removed;
  }

  /** The size of all archives. */
  public long usedBytes() {
    return database.read(Eviction::used);
  }

  /** What is here, in lists. */
  public ModLists lists() {
    return lists;
  }

  /** What was counted. */
  public ModStatistics statistics() {
    return new ModStatistics(new Counts(database), stock.usage());
  }

  /** Looks for mods that do not grow any more, as it also does once a minute. */
  void checkGrowth() {
    queue.checkGrowth();
  }

  /**
   * Stops what is on its way, to be fetched when the library is opened again; so is what somebody
   * is just wishing for and gets {@link Requested.Queued} for. Who comes later meets an {@link
   * IllegalStateException}. More than once is the same as once.
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    boolean interrupted = Thread.interrupted(); // the database must not close under its writers
    try {
      closeParts();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void closeParts() {
    watch.close();
    requests.close();
    queue.close();
    try {
      database.close();
    } finally {
      folder.close();
    }
  }

  /** Settings of a library. */
  public static final class Builder {
    private static final long USUAL_QUOTA_BYTES = 100L << 30;

    private final Path folder;
    private final List<ModSource> sources = new ArrayList<>();
    private @Nullable DataSource dataSource;
    private InstantSource clock = InstantSource.system();
    private Pause pause = Pause.SLEEPING;
    private Packing packing = new PackingInTurn(Compression.BZIP2);
    private Consumer<Step> steps = step -> {};
    private UpdatePolicy policy = UpdatePolicy.KEEP_UNTIL_READY;
    private Unfinished unfinished = Unfinished.RESUME;
    private int workers = 2;
    private int mostQueued = 10_000;
    private int oldVersions;
    private long quotaBytes = USUAL_QUOTA_BYTES;
    private Duration statistics = Duration.ofDays(366);
    private Duration failures = Duration.ofDays(90);
    private int mostFailures = 10_000;

    private Builder(Path folder) {
      this.folder = folder;
    }

    /** Where mods come from. */
    public Builder sources(List<? extends ModSource> sources) {
      this.sources.addAll(sources);
      return this;
    }

    /**
     * Keeps its rows in this database of H2, PostgreSQL or MariaDB, which nothing else uses and the
     * application closes, instead of in the folder. A pool, as every change takes a connection.
     */
    public Builder database(DataSource dataSource) {
      this.dataSource = dataSource;
      return this;
    }

    /** Tells the time. */
    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /** Waits between attempts. */
    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /** What becomes of older content while newer is fetched; kept unless set. */
    public Builder updatePolicy(UpdatePolicy policy) {
      this.policy = policy;
      return this;
    }

    /** What becomes of mods that were on their way at the last close; fetched unless set. */
    public Builder unfinished(Unfinished unfinished) {
      this.unfinished = unfinished;
      return this;
    }

    /** How many mods are fetched at a time; 2 unless set, 1 to 16. */
    public Builder workers(int workers) {
      this.workers = (int) within(1, workers, 16, "workers");
      return this;
    }

    /** How many mods may wait for their turn; 10,000 unless set. */
    public Builder mostQueued(int mostQueued) {
      this.mostQueued = (int) within(1, mostQueued, Integer.MAX_VALUE, "queued mods");
      return this;
    }

    /** How many older contents of a mod are kept beside its current one; none unless set. */
    public Builder oldVersions(int oldVersions) {
      this.oldVersions = (int) within(0, oldVersions, Integer.MAX_VALUE, "old versions");
      return this;
    }

    /**
     * How large all archives together may be; 100 GiB unless set. Those that were not asked for
     * longest go first; pinned ones and the one that came last stay even if that is more.
     */
    public Builder quotaBytes(long quotaBytes) {
      this.quotaBytes = within(0, quotaBytes, Long.MAX_VALUE, "bytes of quota");
      return this;
    }

    /**
     * How long statistics tell hours apart; 366 days unless set, 1 hour to 3,660 days. What was
     * counted before stays in the totals.
     */
    public Builder keepStatistics(Duration time) {
      within(1, time.toHours(), Duration.ofDays(3660).toHours(), "hours of statistics");
      this.statistics = time;
      return this;
    }

    /**
     * How long it is remembered that a mod could not be fetched, and of how many attempts the last
     * ones are; 90 days and 10,000 unless set, at most 3,660 days and 1,000,000. Of one mod, the
     * last 20 are.
     */
    public Builder keepFailures(Duration time, int most) {
      within(1, time.toHours(), Duration.ofDays(3660).toHours(), "hours of failures");
      this.mostFailures = (int) within(1, most, 1_000_000, "failures");
      this.failures = time;
      return this;
    }

    private Limits limits() {
      return new Limits(oldVersions, quotaBytes, statistics, failures, mostFailures);
    }

    /** How new archives are compressed; with BZIP2 unless set. */
    public Builder compression(Compression compression) {
      this.packing = new PackingInTurn(compression);
      return this;
    }

    /** Tells of every step, on the thread that took it. */
    Builder steps(Consumer<Step> steps) {
      this.steps = steps;
      return this;
    }

    private static long within(long least, long value, long most, String what) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            "%s must be %d to %d, got %d".formatted(what, least, most, value));
      }
      return value;
    }

    /**
     * Opens it.
     *
     * @throws IllegalStateException if somebody else has it open
     * @throws ModLibraryException if it cannot be read or written
     */
    public ModLibrary open() {
      LibraryFolder locked = LibraryFolder.open(folder);
      Database database = null;
      try {
        database = dataSource == null ? Database.embedded(folder) : Database.of(dataSource);
        Schema.prepare(database);
        return new ModLibrary(this, locked, database);
      } catch (RuntimeException | Error failure) {
        closeAfter(failure, database);
        closeAfter(failure, locked);
        throw failure;
      }
    }

    private static void closeAfter(Throwable failure, @Nullable AutoCloseable opened) {
      try {
        if (opened != null) {
          opened.close();
        }
      } catch (Exception another) {
        failure.addSuppressed(another);
      }
    }
  }
}
