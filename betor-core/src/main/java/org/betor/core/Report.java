package org.betor.core;

import java.time.Duration;
import java.util.List;
import org.betor.api.model.Release;
import org.betor.api.spi.Hits;
import org.betor.api.spi.Query;

/**
 * All that came of a search.
 *
 * @param query what was looked for
 * @param known what the catalogue had before
 * @param releases what the providers found, each once, merged with what was known: the best answer
 *     to the query first, and nothing that is plainly something else
 * @param outcomes what became of each provider, in the order of registration
 * @param took how long it took
 */
public record Report(
    Query query, Hits known, List<Release> releases, List<Outcome> outcomes, Duration took) {
  /** Copies. */
  public Report {
    releases = List.copyOf(releases);
    outcomes = List.copyOf(outcomes);
  }
}
