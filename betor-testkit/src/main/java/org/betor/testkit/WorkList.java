package org.betor.testkit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.betor.api.model.Identity;
import org.betor.api.model.Release;
import org.betor.api.model.Section;

/**
 * What lacks a section.
 *
 * @param section the kind that is lacking
 * @param olderThan what was seen before that is as good as nothing
 */
record WorkList(Class<? extends Section> section, Instant olderThan) {

  /** Checks. */
  WorkList {
    if (section == Section.class) {
      throw new IllegalArgumentException("name one kind of section, such as Swarm.class");
    }
  }

  /** Those that lack it: first what never had it, then what was not seen for the longest time. */
  Stream<Release> of(Stream<Release> releases) {
    return releases
        .filter(this::lacks)
        .sorted(comparing(release -> seen(release).orElse(Instant.MIN)));
  }

  private boolean lacks(Release release) {
    return section == Identity.class
        ? release.infoHash().isEmpty()
        : seen(release).filter(newest -> !newest.isBefore(olderThan)).isEmpty();
  }

  private Optional<Instant> seen(Release release) {
    return release.sections().stream()
        .filter(section::isInstance)
        .map(Section::seen)
        .max(naturalOrder());
  }
}
