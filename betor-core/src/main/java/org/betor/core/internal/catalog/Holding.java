package org.betor.core.internal.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.betor.api.model.Identity;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;

/**
 * What the index holds under one key. Sections stay under the key under which they were written, so
 * that it does not matter in which order they come and who turns out to be whom; the release that
 * people see is put together of all its keys.
 *
 * @param own what was written under this key
 * @param whole what is known of the release under all its keys, without their identities; nothing
 *     for an alias
 */
record Holding(Release own, Release whole) {

  /** Nothing at all. */
  static Holding none(ReleaseKey key) {
    return new Holding(Release.of(key), Release.of(key));
  }

  /** A release of one key. */
  static Holding of(Release release) {
    return new Holding(release, release);
  }

  /** A release that turned out to be another one. */
  static Holding alias(Release own) {
    return new Holding(own, Release.of(own.key()));
  }

  /** A release with what was written of it under other keys. */
  static Holding of(Release own, Collection<Release> others) {
    Release whole = Release.of(own.key()).with(withoutIdentity(own));
    for (Release other : others) {
      whole = whole.with(withoutIdentity(other));
    }
    return new Holding(own, whole);
  }

  ReleaseKey key() {
    return own.key();
  }

  /** The key that this one turned out to be another name of. */
  Optional<ReleaseKey> sameAs() {
    return sameAs(own);
  }

  static Optional<ReleaseKey> sameAs(Release own) {
    return own.find(Identity.class).map(identity -> ReleaseKey.of(identity.infoHash()));
  }

  /** Whether nothing was written under any other key. */
  boolean isPlain() {
    return own.equals(whole);
  }

  boolean isEmpty() {
    return own.sections().isEmpty() && whole.sections().isEmpty();
  }

  private static List<Section> withoutIdentity(Release release) {
    return release.sections().stream().filter(section -> !(section instanceof Identity)).toList();
  }
}
