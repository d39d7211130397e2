package org.betor.benchmarks;

import org.betor.benchmarks.race.Race;

/**
 * The catalogue against bare Lucene and SQLite on the same releases, with the same questions:
 * {@code CatalogRace [releases] [passes] [letters of questions]}.
 */
public final class CatalogRace {
  private CatalogRace() {}

  /** Runs it, and prints medians of the passes' percentiles. */
  public static void main(String[] args) throws Exception {
    int releases = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int passes = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    Race.run(releases, passes, args.length > 2 ? args[2] : "abcdefgh");
  }
}
