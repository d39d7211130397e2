package org.betor.core;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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
 * A catalogue for tests that write a lot and look releases up by key: a map, forgotten at the end.
 */
final class MapCatalog implements Catalog, Catalog.Factory {
  private final Map<ReleaseKey, Release> releases = new ConcurrentHashMap<>();

  @Override
  public String id() {
    return "map";
  }

  @Override
  public Catalog open(Host host) {
    return this;
  }

  @Override
  public void put(Collection<Change> changes) {
    for (Change change : changes) {
      releases.merge(
          change.key(),
          Release.of(change.key()).with(change.section()),
          (known, added) -> known.with(added.sections()));
    }
  }

  @Override
  public Optional<Release> find(ReleaseKey key, Viewer viewer) {
    return Optional.ofNullable(releases.get(key));
  }

  @Override
  public Hits search(CatalogQuery query, Viewer viewer) {
    return Hits.NONE;
  }

  @Override
  public List<String> suggest(String prefix, int limit, Viewer viewer) {
    return List.of();
  }

  @Override
  public List<ReleaseKey> lacking(Class<? extends Section> section, Instant olderThan, int limit) {
    return List.of();
  }

  @Override
  public List<TitleGroup> titles(CatalogQuery query, Viewer viewer) {
    return List.of();
  }

  @Override
  public List<Facet.Count> count(CatalogQuery query, Facet facet, int limit, Viewer viewer) {
    return List.of();
  }

  @Override
  public void scan(Consumer<Release> each) {
    releases.values().forEach(each);
  }

  @Override
  public void refresh() {}

  @Override
  public void remove(Collection<ReleaseKey> keys) {
    keys.forEach(releases::remove);
  }

  @Override
  public void close() {}
}
