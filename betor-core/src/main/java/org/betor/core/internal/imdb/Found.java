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

  /** As much as a name that lacks one word of nine. */
  private static final double CONFIRMED = 10;

  Found plus(double more) {
    return new Found(document, facts, points + more);
  }

  /** The likelier one of two that are the same title. */
  Found likelier(Found other) {
    return other.points > points ? other : this;
  }

  /** The same title when another name of the question leads to it as well. */
  Found confirmed(Found other) {
    return likelier(other).plus(CONFIRMED);
  }
}
