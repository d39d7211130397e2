package org.betor.benchmarks.race;

import org.betor.api.model.MediaType;

/**
 * What every contestant is asked.
 *
 * @param words what must be there; the last may be unfinished
 * @param level who asks: nothing above this level shows
 * @param type films or series; for {@link Kind#FILTERED} only, as is the year
 * @param year the middle of seven
 * @param imdb the work; for {@link Kind#BY_ID} only
 * @param target the key of a release that answers it; empty if none in particular
 */
record Question(
    Kind kind, String words, int level, MediaType type, int year, String imdb, String target) {

  /** One line; {@link #parse} makes an equal question of it. */
  String line() {
    return String.join("\t", kind.name(), words, "" + level, type.name(), "" + year, imdb, target);
  }

  static Question parse(String line) {
    String[] parts = line.split("\t", -1);
    return new Question(
        Kind.valueOf(parts[0]),
        parts[1],
        Integer.parseInt(parts[2]),
        MediaType.valueOf(parts[3]),
        Integer.parseInt(parts[4]),
        parts[5],
        parts[6]);
  }

  /** The kinds of questions. */
  enum Kind {
    WORDS("a words, ranked", 25),
    FILTERED("b filters, by date, total", 25),
    SUGGEST("c suggestions", 10),
    TYPO("d one typo", 25),
    BY_ID("e IMDb id, all releases", 100),
    FACETS("f facets", 100),
    NEWEST("g newest 25", 25),
    DEEP("h page 40", 25);

    /** How many releases come before those of {@link #DEEP}. */
    static final int SKIPPED = 39 * 25;

    private final String label;
    private final int limit;

    Kind(String label, int limit) {
      this.label = label;
      this.limit = limit;
    }

    String label() {
      return label;
    }

    /** How much is given at most. */
    int limit() {
      return limit;
    }

    char letter() {
      return label.charAt(0);
    }
  }
}
