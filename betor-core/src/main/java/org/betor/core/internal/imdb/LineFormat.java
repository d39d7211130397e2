package org.betor.core.internal.imdb;

import java.util.Optional;

/** Makes rows of the lines of one file. */
interface LineFormat {
  /**
   * The row of a line whose columns are as many as the header's. Complains to the line about what
   * is wrong with it.
   *
   * @return empty if nothing of it is used: with a complaint because it cannot be read, without one
   *     because it is not wanted
   */
  Optional<Row> read(Line line);
}
