package org.betor.core.internal.imdb;

import org.betor.api.model.MediaType;

/**
 * What candidates are ordered by before their records are read, in 28 bits: kind, years and votes.
 */
final class Facts {
  private static final int YEAR_BITS = 9;
  private static final int VOTE_BITS = 8;
  private static final int LAST_YEAR_AT = VOTE_BITS;
  private static final int YEAR_AT = LAST_YEAR_AT + YEAR_BITS;
  private static final int TYPE_AT = YEAR_AT + YEAR_BITS;

  /** Years are counted from here. */
  private static final int NO_YEAR = 1799;

  private static final double STEPS_FOR_TWICE_THE_VOTES = 8;

  private Facts() {}

  static long of(TitleFacts told, int votes) {
    return (long) MediaTypeNumber.of(told.mediaType()) << TYPE_AT
        | counted(told.startYear()) << YEAR_AT
        | counted(told.endYear()) << LAST_YEAR_AT
        | steps(votes);
  }

  static MediaType mediaType(long facts) {
    return MediaTypeNumber.mediaType(bits(facts, TYPE_AT, 2));
  }

  /** The year, or the first one; 0 if not known. */
  static int year(long facts) {
    return year(bits(facts, YEAR_AT, YEAR_BITS));
  }

  /** The last year; 0 if not known, or still to come. */
  static int lastYear(long facts) {
    return year(bits(facts, LAST_YEAR_AT, YEAR_BITS));
  }

  /** How well known it is: how often the number of votes was doubled, from 0 to 31. */
  static double doublings(long facts) {
    return bits(facts, 0, VOTE_BITS) / STEPS_FOR_TWICE_THE_VOTES;
  }

  private static int counted(int year) {
    return year == 0 ? 0 : year - NO_YEAR;
  }

  private static int year(int counted) {
    return counted == 0 ? 0 : counted + NO_YEAR;
  }

  private static int steps(int votes) {
    return votes == 0 ? 0 : (int) (STEPS_FOR_TWICE_THE_VOTES * Math.log(votes + 1.0) / Math.log(2));
  }

  private static int bits(long facts, int at, int count) {
    return (int) (facts >>> at) & ((1 << count) - 1);
  }
}
