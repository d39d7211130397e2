package org.betor.core.internal.enrich;

import java.util.List;
import java.util.Optional;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;

/** Finds out one kind of thing about releases. Doing so again changes nothing. */
public interface Stage {

  /**
   * The releases to be asked about, the most urgent first. One of which a section was written is
   * none of them after the next refresh of the catalogue.
   *
   * @param limit at most so many
   */
  List<ReleaseKey> due(int limit);

  /**
   * What there is to write, also if nothing was found; empty if that cannot be told now, so that
   * the release is asked about again later.
   */
  Optional<Section> write(Release release);

  /** Whether a section says something that the release did not have, times aside. */
  boolean isNews(Section section, Release before);

  /** What is written of a release that shows to nobody; empty to leave it for later. */
  Optional<Section> nothing();

  /** How many threads ask at the same time; from 1. */
  default int atOnce() {
    return 1;
  }

  /** How many releases are asked about before what came of it is written; from 1. */
  default int batch() {
    return 50;
  }

  /** How many releases may be asked about now, however many are due; the others come later. */
  default int allowance() {
    return Integer.MAX_VALUE;
  }
}
