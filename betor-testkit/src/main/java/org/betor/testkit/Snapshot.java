package org.betor.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Viewer;

/**
 * What a {@link MemoryCatalog} shows between two refreshes.
 *
 * @param identities which keys lead where
 * @param entries all releases
 */
record Snapshot(Identities identities, List<Entry> entries) {

  /** What was put, as it is now. */
  static Snapshot of(Map<ReleaseKey, Release> put) {
    Identities identities = new Identities(Map.copyOf(put));
    return new Snapshot(
        identities,
        identities.releases().map(release -> new Entry(release, Words.of(release))).toList());
  }

  /** The release that a key leads to, if the viewer may see it. */
  Optional<Release> find(ReleaseKey key, Viewer viewer) {
    ReleaseKey joined = identities.of(key);
    return seenBy(viewer).stream()
        .map(Entry::release)
        .filter(release -> release.key().equals(joined))
        .findFirst();
  }

  /** What a viewer may see. */
  List<Entry> seenBy(Viewer viewer) {
    return entries.stream().filter(entry -> entry.release.level() <= viewer.level()).toList();
  }

  /**
   * A release, and all words by which it is found.
   *
   * @param release with the sections of all its keys
   * @param words in lower case and without accents
   */
  record Entry(Release release, Set<String> words) {}
}
