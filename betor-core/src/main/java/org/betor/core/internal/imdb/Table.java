package org.betor.core.internal.imdb;

import java.util.Arrays;
import java.util.Optional;
import org.betor.core.ImportSelection;

/**
 * The files of IMDb that are read.
 *
 * @see <a href="https://developer.imdb.com/non-commercial-datasets/">what is in them</a>
 */
enum Table {
  /** Each title once. */
  TITLES("title.basics", "tconst titleType primaryTitle"),
  /** Names of titles in countries. */
  NAMES("title.akas", "titleId title region"),
  /** How people like a title. */
  RATINGS("title.ratings", "tconst averageRating numVotes");

  private final String label;
  private final String columns;

  Table(String label, String columns) {
    this.label = label;
    this.columns = columns;
  }

  /** The one whose columns a file has. */
  static Optional<Table> of(Header header) {
    return Arrays.stream(values())
        .filter(table -> header.has(table.columns.split(" ")))
        .findFirst();
  }

  /** Reads the lines of a file with this header. */
  LineFormat format(Header header, ImportSelection selection) {
    return switch (this) {
      case TITLES -> new TitleLines(header, selection);
      case NAMES -> new NameLines(header);
      case RATINGS -> new RatingLines(header);
    };
  }

  /** What IMDb calls it. */
  @Override
  public String toString() {
    return label;
  }
}
