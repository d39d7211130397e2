package org.betor.api.spi;

import org.betor.api.Experimental;

/** Which pieces of a torrent come first, among files of one priority. */
@Experimental
public enum PieceOrder {
  /** Those that the fewest peers have: best for everybody. */
  RAREST_FIRST,
  /** From the first to the last: to look at a file while it comes. */
  SEQUENTIAL
}
