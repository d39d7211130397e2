package org.betor.testkit;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.betor.api.spi.Facet;
import org.betor.api.spi.Hits;
import org.betor.api.spi.Host;
import org.betor.api.spi.TitleGroup;

/**
 * A catalogue in memory, naive and readable: what {@link CatalogContract} compares every catalogue
 * with, and a fake for tests. It keeps the sections as they were put, and works out the rest anew.
 * What was put shows after the next {@link #refresh}, and not before.
 */
public final class MemoryCatalog implements Catalog {
  private final Map<ReleaseKey, Release> put;
  private Snapshot visible;
  private boolean closed;

  /** An empty catalogue, forgotten at the end. */
  public MemoryCatalog() {
    this(new HashMap<>());
  }

  /**
   * The catalogue that is kept in a map: a later one with the same map goes on where this ends.
   *
   * @param kept what was put under each key
   */
  public MemoryCatalog(Map<ReleaseKey, Release> kept) {
    put = kept;
    visible = Snapshot.of(kept);
  }

  @Override
  public synchronized void put(Collection<Change> changes) {
    checkOpen();
    for (Change change : changes) {
      ReleaseKey key = change.key();
      put.put(key, put.getOrDefault(key, Release.of(key)).with(change.section()));
    }
  }

  @Override
  public synchronized void refresh() {
    checkOpen();
    visible = Snapshot.of(put);
  }

  @Override
  public synchronized void remove(Collection<ReleaseKey> keys) {
    checkOpen();
    for (ReleaseKey key : keys) {
      new Identities(put).sharing(key).forEach(put::remove);
    }
  }

  @Override
  public Optional<Release> find(ReleaseKey key, Viewer viewer) {
    return visible().find(key, viewer);
  }

  @Override
  public Hits search(CatalogQuery query, Viewer viewer) {
    return matches(query, viewer).page();
  }

  @Override
  public List<TitleGroup> titles(CatalogQuery query, Viewer viewer) {
    return matches(query, viewer).titles();
  }

  @Override
  public Map<Facet, List<Facet.Count>> count(
      CatalogQuery query, Set<Facet> facets, int limit, Viewer viewer) {
    checkLimit(limit);
    List<Release> matches = matches(query, viewer).all();
    return facets.stream()
        .collect(
            toMap(identity(), facet -> FacetValues.count(facet, matches).limit(limit).toList()));
  }

  @Override
  public List<String> suggest(String prefix, int limit, Viewer viewer) {
    checkLimit(limit);
    return new Suggestions(Words.in(prefix)).from(visible().seenBy(viewer)).limit(limit).toList();
  }

  @Override
  public List<ReleaseKey> lacking(Class<? extends Section> section, Instant olderThan, int limit) {
    checkLimit(limit);
    Stream<Release> releases = visible().entries().stream().map(Snapshot.Entry::release);
    return new WorkList(section, olderThan).of(releases).map(Release::key).limit(limit).toList();
  }

  @Override
  public void scan(Consumer<Release> each) {
    Snapshot visible = visible();
    visible.entries().forEach(entry -> each.accept(entry.release()));
    visible.identities().aliases().forEach(each);
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private Matches matches(CatalogQuery query, Viewer viewer) {
    return Matches.of(query, visible().seenBy(viewer));
  }

  private synchronized Snapshot visible() {
    checkOpen();
    return visible;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the catalogue in memory is closed");
    }
  }

  private static void checkLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is 1 or more, got " + limit);
    }
  }

  /** Opens a new {@link MemoryCatalog}: for an application under test. */
  public static final class Factory implements Catalog.Factory {
    /** Made by hand. */
    public Factory() {}

    @Override
    public String id() {
      return "memory";
    }

    @Override
    public Catalog open(Host host) {
      return new MemoryCatalog();
    }
  }
}
