package org.betor.api.model;

import java.time.Instant;
import java.util.List;

/**
 * Which film or series a release is, as far as that is sure.
 *
 * @param ids its ids in public databases; empty if nothing is claimed
 * @param title its title, empty if nothing is claimed
 * @param seen when this was decided
 */
public record TitleMatch(List<TitleId> ids, String title, Instant seen) implements Section {

  /** Copies and normalises. */
  public TitleMatch {
    ids = Wording.distinct(ids);
    title = Wording.line(title);
  }
}
