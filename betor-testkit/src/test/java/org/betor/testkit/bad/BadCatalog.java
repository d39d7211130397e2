package org.betor.testkit.bad;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.betor.api.spi.TitleGroup;

/** A good catalogue to begin with. */
abstract class BadCatalog implements Catalog {
  private final Catalog good;

  BadCatalog(Catalog good) {
    this.good = good;
  }

  @Override
  public void put(Collection<Change> changes) {
    good.put(changes);
  }

  @Override
  public void refresh() {
    good.refresh();
  }

  @Override
  public Optional<Release> find(ReleaseKey key, Viewer viewer) {
    return good.find(key, viewer);
  }

  @Override
  public Hits search(CatalogQuery query, Viewer viewer) {
    return good.search(query, viewer);
  }

  @Override
  public List<TitleGroup> titles(CatalogQuery query, Viewer viewer) {
    return good.titles(query, viewer);
  }

  @Override
  public Map<Facet, List<Facet.Count>> count(
      CatalogQuery query, Set<Facet> facets, int limit, Viewer viewer) {
    return good.count(query, facets, limit, viewer);
  }

  @Override
  public List<String> suggest(String prefix, int limit, Viewer viewer) {
    return good.suggest(prefix, limit, viewer);
  }

  @Override
  public List<ReleaseKey> lacking(Class<? extends Section> section, Instant olderThan, int limit) {
    return good.lacking(section, olderThan, limit);
  }

  @Override
  public void scan(Consumer<Release> each) {
    good.scan(each);
  }

  @Override
  public void remove(Collection<ReleaseKey> keys) {
    good.remove(keys);
  }

  @Override
  public void close() {
    good.close();
  }
}
