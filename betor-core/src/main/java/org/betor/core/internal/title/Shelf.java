package org.betor.core.internal.title;

import java.util.List;
import java.util.Optional;
import org.betor.api.model.Release;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.CatalogQuery.Sort;
import org.betor.api.spi.Hits;
import org.betor.core.KnownTitle;

/** Finds works together with their releases in a catalogue. */
public final class Shelf {
  private static final int MOST = 100;

  private final Identifier identifier;
  private final Catalog catalog;

  /** Looks for nothing yet. */
  public Shelf(Identifier identifier, Catalog catalog) {
    this.identifier = identifier;
    this.catalog = catalog;
  }

  /** The work of an id; empty if neither a source nor a release that the viewer may see has it. */
  public Optional<KnownTitle> find(TitleId id, Viewer viewer) {
    Hits releases =
        catalog.search(CatalogQuery.all().id(id).sort(Sort.SEEDERS).limit(MOST).build(), viewer);
    return identifier
        .find(id)
        .or(() -> told(id, releases.releases()))
        .map(title -> new KnownTitle(title, releases));
  }

  /** What the releases themselves tell. */
  private static Optional<Title> told(TitleId id, List<Release> releases) {
    return releases.stream()
        .findFirst()
        .map(
            release -> {
              Title.Builder title = Title.of(id, release.title()).mediaType(release.mediaType());
              release.ids().forEach(title::id);
              release.year().ifPresent(title::year);
              return title.build();
            });
  }
}
