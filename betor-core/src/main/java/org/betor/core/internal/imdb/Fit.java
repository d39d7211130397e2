package org.betor.core.internal.imdb;

import org.betor.api.model.MediaType;
import org.betor.api.spi.TitleQuestion;

/** How well titles fit what a question says besides names. */
final class Fit {
  private static final double YEAR = 45;
  private static final double TYPE = 15;
  private static final double FAME = 8;

  /** There are about three million votes for the best known film: 2 to the power of 22. */
  private static final double MOST_DOUBLINGS = 22;

  /** By the number of years between; pages are wrong by a year or two now and then. */
  private static final double[] NEARNESS = {1, 0.85, 0.5, 0.35, 0.2, 0.2, 0.1, 0.1, 0.1, 0.1, 0.1};

  private static final double UNKNOWN_YEAR = 0.3;

  private final int year;
  private final MediaType mediaType;

  Fit(TitleQuestion question) {
    year = question.year().orElse(0);
    mediaType = question.mediaType();
  }

  /** From 0 up to about 70 points. A name that fits altogether has 100. */
  double points(long facts) {
    return yearPoints(facts) + typePoints(facts) + FAME * Facts.doublings(facts) / MOST_DOUBLINGS;
  }

  /** Whether nothing speaks against it: year and kind. */
  boolean agrees(long facts) {
    MediaType type = Facts.mediaType(facts);
    boolean sameType =
        mediaType == MediaType.UNKNOWN || type == MediaType.UNKNOWN || type == mediaType;
    return sameType && (year == 0 || (Facts.year(facts) > 0 && yearsBetween(facts) <= 1));
  }

  private double yearPoints(long facts) {
    if (year == 0) {
      return 0;
    }
    if (Facts.year(facts) == 0) {
      return YEAR * UNKNOWN_YEAR;
    }
    int between = yearsBetween(facts);
    return between < NEARNESS.length ? YEAR * NEARNESS[between] : 0;
  }

  private double typePoints(long facts) {
    MediaType type = Facts.mediaType(facts);
    if (mediaType == MediaType.UNKNOWN) {
      return 0;
    }
    if (type == MediaType.UNKNOWN) {
      return TYPE / 2;
    }
    return type == mediaType ? TYPE : 0;
  }

  /** Of a series any year counts in which it ran, a little less than the first one. */
  private int yearsBetween(long facts) {
    int first = Facts.year(facts);
    if (Facts.mediaType(facts) != MediaType.SERIES || year <= first) {
      return Math.abs(year - first);
    }
    int last = Facts.lastYear(facts);
    return last == 0 ? 1 : Math.max(1, year - last);
  }
}
