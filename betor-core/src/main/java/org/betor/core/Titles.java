package org.betor.core;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.betor.api.model.Release;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Hits;
import org.betor.api.spi.Pause;
import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;
import org.betor.api.spi.Store;
import org.betor.api.spi.TitleQuestion;
import org.betor.api.spi.TitleSource;
import org.betor.core.internal.discovery.TitleSources;
import org.betor.core.internal.imdb.ImdbIndex;
import org.betor.core.internal.online.OnlineSources;
import org.betor.core.internal.title.Assignments;
import org.betor.core.internal.title.Desk;
import org.betor.core.internal.title.Identifier;
import org.betor.core.internal.title.Knowledge;
import org.betor.core.internal.title.LastLearnt;
import org.betor.core.internal.title.Shelf;

/**
 * Knows films and series, and finds out which one a release is. Works without keys and network;
 * {@link #importImdb} gives it most of what it can know, and services that are set up, such as by
 * {@code tmdb.token}, are asked where that does not suffice. The setting {@code titles.country}
 * says whose names of works are written to releases; {@code BR} unless set. Safe for use by several
 * threads.
 *
 * <pre>{@code
 * try (Titles titles = Titles.open(Path.of("betor-data"))) {
 *   titles.importImdb(List.of(basics, akas, ratings), ImportProgress.NONE);
 *   titles.identify(TitleQuestion.of("O Grande Coelho Bunny").year(2008).build()).title();
 * }
 * }</pre>
 */
public final class Titles implements AutoCloseable {
  /** What is to be shown where data of IMDb's files is, and who may use them. */
  public static final String IMDB_TERMS =
      "Information courtesy of IMDb (https://www.imdb.com). Used with permission. IMDb's files are"
          + " for personal and non-commercial use; see"
          + " https://developer.imdb.com/non-commercial-datasets/.";

  private static final Store.Bound ASSIGNED = Store.Bound.bytes(1 << 30);
  private static final Store.Bound SOURCES = Store.Bound.bytes(1 << 16);
  private static final Setting COUNTRY =
      new Setting("country", "BR", false, "whose names of films and series are shown");

  private final LocalHost host;
  private final Optional<Catalog> catalog;
  private final Runnable closing;
  private final ImdbIndex dataset;
  private final TitleServices services;
  private final Assignments assignments;
  private final LastLearnt learnt;
  private final Identifier identifier;
  private Runnable changed = () -> {};

  /**
   * Opens what lies in the host's folders.
   *
   * @param sources those that the application brings
   * @param catalog where releases are, if anywhere
   * @param closing what is to be closed after this
   */
  Titles(
      LocalHost host,
      Collection<TitleSource> sources,
      Optional<Catalog> catalog,
      Runnable closing) {
    this.host = host;
    this.catalog = catalog;
    this.closing = closing;
    this.dataset = ImdbIndex.open(host.path("imdb"));
    this.services =
        TitleServices.of(Stream.concat(OnlineSources.all().stream(), sources.stream()), host);
    this.assignments = new Assignments(() -> host.store("pages", ASSIGNED), host.clock());
    this.learnt = new LastLearnt(() -> host.store("title-sources", SOURCES), host.clock());
    Stream<Knowledge> inOrder =
        Stream.concat(Stream.of(new Offline(dataset)), services.knowledge());
    this.identifier = new Identifier(assignments, inOrder.toList());
  }

  /**
   * Opens the titles of a folder, with every source of titles on the class path that is set up.
   * Where nobody else may have the folder open is found out at the first use of what is kept: it
   * throws {@link IllegalStateException}.
   *
   * @throws java.io.UncheckedIOException if the folder cannot be read
   */
  public static Titles open(Path folder) {
    return builder(folder).open();
  }

  /**
   * Starts to open titles otherwise.
   *
   * @param folder where everything is kept; made when something is
   */
  public static Builder builder(Path folder) {
    return new Builder(folder);
  }

  /** Which film or series is meant; nothing is claimed that is not sure. */
  public Identification identify(TitleQuestion question) {
    return identifier.identify(question);
  }

  /**
   * Which film or series a release is: as {@link #assign} says of its page, else as the page states
   * by an id, else as its names, year and other facts tell.
   */
  public Identification identify(Release release) {
    return identifier.identify(release);
  }

  /** What is known of a work; empty if no source knows it. */
  public Optional<Title> find(TitleId id) {
    return identifier.find(id);
  }

  /**
   * A work and its releases, as the viewer may see them; without a catalogue there are none.
   *
   * @return empty if neither a source nor such a release knows the work
   */
  public Optional<KnownTitle> find(TitleId id, Viewer viewer) {
    return catalog
        .map(releases -> new Shelf(identifier, releases).find(id, viewer))
        .orElseGet(() -> find(id).map(title -> new KnownTitle(title, Hits.NONE)));
  }

  /** What is known of a work, or a title that says that nothing is. */
  public Title orPlaceholder(TitleId id) {
    return find(id).orElseGet(() -> Title.placeholder(id));
  }

  /** Says what a page is about; that holds for all its releases, whatever else anybody says. */
  public void assign(URI page, TitleId id) {
    assignments.put(page, id);
    changed.run();
  }

  /** Takes back what was said of a page. */
  public void unassign(URI page) {
    assignments.remove(page);
    changed.run();
  }

  /** What was said of pages. */
  public Map<URI, TitleId> assigned() {
    return assignments.all();
  }

  /**
   * Takes in the files that IMDb publishes at {@code datasets.imdbws.com} for personal and
   * non-commercial use: {@code title.basics}, and perhaps {@code title.akas} (names in other
   * countries) and {@code title.ratings}. Takes some minutes for all titles that there are; what
   * was imported before answers until then.
   *
   * @param files as text or packed by gzip; which is which is told by their first lines
   * @throws IllegalArgumentException if a file is none of these, or {@code title.basics} lacks
   * @throws IllegalStateException if an import runs already
   * @throws java.io.UncheckedIOException if a file is damaged or breaks off, or the disk fails
   */
  public ImportReport importImdb(Collection<Path> files, ImportProgress progress) {
    return importImdb(files, ImportSelection.FILMS_AND_SERIES, progress);
  }

  /** Takes in the files of IMDb like {@link #importImdb(Collection, ImportProgress)}. */
  public ImportReport importImdb(
      Collection<Path> files, ImportSelection selection, ImportProgress progress) {
    ImportReport report = dataset.importFiles(files, selection, progress);
    learnt.byImport();
    changed.run();
    return report;
  }

  /** What has to be shown where data of these sources is, each once; see their terms. */
  public List<String> notices() {
    Stream<String> imported = dataset.size() > 0 ? Stream.of(IMDB_TERMS) : Stream.empty();
    return Stream.concat(imported, services.notices())
        .filter(notice -> !notice.isEmpty())
        .distinct()
        .toList();
  }

  /** Lets go of what it holds. Closing again does nothing. */
  @Override
  public void close() {
    dataset.close();
    closing.run();
  }

  Desk desk() {
    return new Desk(identifier, assignments, this::lastLearnt, country());
  }

  /** Who wants to know when releases may be identified otherwise than before. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  private String country() {
    return host.settings().of("titles").get(COUNTRY);
  }

  /** Why services that are set up are not asked now, for people, by their ids. */
  public Map<String, String> resting() {
    return services.resting();
  }

  private Instant lastLearnt() {
    return learnt.at(services.ids(), dataset.importedAt());
  }

  /** Opens titles with other parts than the usual ones. */
  public static final class Builder {
    private final Path folder;
    private final List<TitleSource> sources = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private Supplier<List<TitleSource>> discovered =
        () -> TitleSources.in(Thread.currentThread().getContextClassLoader()).found();
    private Optional<Catalog> catalog = Optional.empty();
    private InstantSource clock = Clock.systemUTC();
    private Pause pause = Pause.SLEEPING;

    private Builder(Path folder) {
      this.folder = folder;
    }

    /** Finds no sources: only those that the library brings and those given take part. */
    public Builder withoutDiscovery() {
      discovered = () -> List.of();
      return this;
    }

    /** A source besides the usual ones, which is asked after them. */
    public Builder source(TitleSource source) {
      sources.add(source);
      return this;
    }

    /** Where releases are looked for, which stays open; nowhere unless set. */
    public Builder catalog(Catalog catalog) {
      this.catalog = Optional.of(catalog);
      return this;
    }

    /** A setting by its full name, such as {@code tmdb.token}. */
    public Builder setting(String name, String value) {
      settings.put(name, value);
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
     * Opens them.
     *
     * @throws java.io.UncheckedIOException if the folder cannot be read
     */
    public Titles open() {
      LocalHost host = new LocalHost(folder, Settings.of(settings), clock, pause);
      try {
        sources.addAll(discovered.get());
        return new Titles(host, sources, catalog, host::close);
      } catch (RuntimeException failed) {
        host.close();
        throw failed;
      }
    }
  }
}
