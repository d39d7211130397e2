package org.betor.core.internal.imdb;

import java.util.Comparator;

/**
 * A document that may be meant.
 *
 * @param facts its {@link Facts}
 * @param points for its name and all else; the more the likelier
 */
record Found(int document, long facts, double points) {
  /** The likeliest first, and the same ones in the same order every time. */
  static final Comparator<Found> LIKELIEST_FIRST =
      Comparator.comparingDouble(Found::points).reversed().thenComparingInt(Found::document);

  Found plus(double more) {
    return new Found(document, facts, points + more);
  }

  Found likelier(Found other) {
    return other.points > points ? other : this;
  }
}
