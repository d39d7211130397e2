package org.betor.core;

import org.betor.api.spi.Hits;

/** A search that runs. Safe for use by several threads. */
public interface Search {

  /** What the catalogue had when the search began; at once. */
  Hits known();

  /**
   * Waits until every provider has ended, one way or another, and tells all. Everything in it is
   * durable.
   *
   * @throws InterruptedException if the waiting thread is interrupted; the search goes on
   */
  Report report() throws InterruptedException;

  /** Stops every provider that still runs; what they have found is kept. */
  void cancel();
}
