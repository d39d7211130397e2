package org.betor.testkit;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.betor.api.model.Identity;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;

/**
 * Which keys lead to the same release.
 *
 * @param put the sections that were put under each key
 */
record Identities(Map<ReleaseKey, Release> put) {

  /** The key of the release that a key leads to. */
  ReleaseKey of(ReleaseKey key) {
    Set<ReleaseKey> passed = new HashSet<>(Set.of(key));
    ReleaseKey last = key;
    Optional<ReleaseKey> next = next(key);
    while (next.isPresent() && passed.add(next.get())) { // a ring of identities has no end
      last = next.get();
      next = next(last);
    }
    return last;
  }

  /** All keys under which something was put of the release that a key leads to. */
  List<ReleaseKey> sharing(ReleaseKey key) {
    ReleaseKey joined = of(key);
    return put.keySet().stream().filter(each -> of(each).equals(joined)).toList();
  }

  /** All releases, each with the sections of all its keys. */
  Stream<Release> releases() {
    return put.values().stream()
        .collect(groupingBy(release -> of(release.key())))
        .entrySet()
        .stream()
        .map(entry -> Release.of(entry.getKey()).with(sections(entry.getValue())))
        .filter(release -> !release.sections().isEmpty());
  }

  /** What turned out to be another, with its identity and nothing else. */
  Stream<Release> aliases() {
    return put.values().stream()
        .flatMap(
            release -> release.find(Identity.class).map(Release.of(release.key())::with).stream());
  }

  private Optional<ReleaseKey> next(ReleaseKey key) {
    return Optional.ofNullable(put.get(key))
        .flatMap(release -> release.find(Identity.class))
        .map(identity -> ReleaseKey.of(identity.infoHash()));
  }

  private static List<Section> sections(List<Release> parts) {
    return parts.stream()
        .flatMap(part -> part.sections().stream())
        .filter(section -> !(section instanceof Identity))
        .toList();
  }
}
