package org.betor.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.betor.api.model.Release;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Hits;

/**
 * A walk through all pages of a query, by cursor.
 *
 * @param catalog where
 * @param viewer who looks
 */
record PageWalk(Catalog catalog, Viewer viewer) {
  private static final int MOST_PAGES = 1_000;

  /** What all pages show, one after another. */
  List<Release> all(CatalogQuery.Builder query) {
    List<Release> all = new ArrayList<>();
    Hits page = catalog.search(query.build(), viewer);
    all.addAll(page.releases());
    Optional<String> next = page.next();
    for (int pages = 1; next.isPresent(); pages++) {
      page = catalog.search(query.after(next.get()).build(), viewer);
      if (page.releases().isEmpty() || pages > MOST_PAGES) {
        throw new AssertionError("a cursor that leads to nothing new: " + next.get());
      }
      all.addAll(page.releases());
      next = page.next();
    }
    return all;
  }
}
