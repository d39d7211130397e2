package org.betor.core.internal.enrich;

import java.util.List;
import java.util.function.Predicate;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.CatalogQuery;

/** The thousand releases that were written last, whoever may see them; none that is blocked. */
public final class Newest {
  private static final Viewer WHOEVER = new Viewer("newest", Integer.MAX_VALUE - 1);
  private static final CatalogQuery QUERY =
      CatalogQuery.all().sort(CatalogQuery.Sort.NEWEST).limit(1_000).build();

  private final Catalog catalog;

  /** Looks for nothing yet. */
  public Newest(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Those of them for which this holds, the newest first. */
  public List<ReleaseKey> where(Predicate<Release> holds) {
    return catalog.search(QUERY, WHOEVER).releases().stream()
        .filter(holds)
        .map(Release::key)
        .toList();
  }
}
