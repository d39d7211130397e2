package org.betor.accounts.internal.playback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Fit;
import org.betor.accounts.Preference;
import org.betor.accounts.StreamSource;
import org.betor.api.model.Episodes;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.CatalogQuery.Sort;
import org.jspecify.annotations.Nullable;

/** What there is to choose from. Safe for use by several threads. */
public final class Choices {
  /** Of a title with more releases, those with the most seeders count. */
  private static final int MOST_RELEASES = 500;

  private final List<Function<TitleId, Optional<Title>>> lookups;
  private final Catalog catalog;
  private final StreamSource source;

  /** Asks each lookup in turn what a title is. */
  public Choices(
      List<Function<TitleId, Optional<Title>>> lookups, Catalog catalog, StreamSource source) {
    this.lookups = List.copyOf(lookups);
    this.catalog = catalog;
    this.source = source;
  }

  /** The title of that id, from the first who knows it. */
  public Title title(TitleId id) {
    @Nullable RuntimeException down = null;
    for (Function<TitleId, Optional<Title>> lookup : lookups) {
      try {
        Optional<Title> title = lookup.apply(id);
        if (title.isPresent()) {
          return title.get();
        }
      } catch (RuntimeException failure) { // another may know it
        down = failure;
      }
    }
    if (down != null) {
      throw new AccountsException(
          Reason.TITLES_DOWN, "cannot ask what %s is: %s".formatted(id, down.getMessage()), down);
    }
    throw new AccountsException(Reason.UNKNOWN_TITLE, "nobody who was asked knows " + id);
  }

  /** Its releases that show to somebody and can be played, the best first; at least one. */
  public List<Fit> of(Title title, Viewer viewer, Preference preference) {
    List<Fit> ranked =
        new Scorer(preference)
            .rank(
                releases(title, viewer, preference.episode()).stream()
                    .filter(source::plays)
                    .toList());
    if (ranked.isEmpty()) {
      throw new AccountsException(
          Reason.NOTHING_TO_PLAY,
          "the catalogue has nothing of %s that can be played and fits".formatted(title));
    }
    return ranked;
  }

  private List<Release> releases(Title title, Viewer viewer, Episodes episode) {
    Map<ReleaseKey, Release> found = new LinkedHashMap<>();
    try {
      for (TitleId id : title.ids()) {
        CatalogQuery.Builder query =
            CatalogQuery.all().id(id).sort(Sort.SEEDERS).limit(MOST_RELEASES);
        if (!episode.equals(Episodes.NONE)) {
          query.episode(episode.seasons().first(), episode.numbers().first());
        }
        catalog
            .search(query.build(), viewer)
            .releases()
            .forEach(release -> found.put(release.key(), release));
      }
    } catch (RuntimeException failure) {
      throw new AccountsException(
          Reason.CATALOG_DOWN,
          "cannot look for %s in the catalogue: %s".formatted(title, failure.getMessage()),
          failure);
    }
    return List.copyOf(found.values());
  }
}
