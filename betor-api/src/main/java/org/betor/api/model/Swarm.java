package org.betor.api.model;

import java.time.Instant;

/**
 * How many peers share a torrent, as trackers count them.
 *
 * @param seeders peers that have all of it, from 0
 * @param leechers peers that have not, from 0
 * @param seen when the trackers were asked
 */
public record Swarm(int seeders, int leechers, Instant seen) implements Section {

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public Swarm {
    if (seeders < 0 || leechers < 0) {
      throw new IllegalArgumentException(
          "a swarm has 0 peers or more, got %d and %d".formatted(seeders, leechers));
    }
  }
}
