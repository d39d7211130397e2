package org.betor.api.name;

/** Questions about several tokens in a row. */
final class Stretches {
  private final Reading name;

  Stretches(Reading name) {
    this.name = name;
  }

  /** Whether none of these tokens was read as anything. */
  boolean isFree(int first, int end) {
    int i = first;
    while (i < end && name.isFree(i)) {
      i++;
    }
    return i >= end;
  }

  /** Whether all of these tokens were read as something, if with doubt. */
  boolean isMarked(int first, int end) {
    int i = first;
    while (i < end && !name.isFree(i)) {
      i++;
    }
    return i >= end;
  }

  /** Whether one of these tokens was read without doubt. */
  boolean hasCertain(int first, int end) {
    int i = first;
    while (i < end && !name.isCertain(i)) {
      i++;
    }
    return i < end;
  }

  /** Whether one of these tokens tells without doubt how the release was made. */
  boolean hasTechnical(int first, int end) {
    int i = first;
    while (i < end && !(name.isCertain(i) && name.role(i).isTechnical())) {
      i++;
    }
    return i < end;
  }

  /** Whether one of these tokens tells a season or an episode. */
  boolean hasEpisode(int first, int end) {
    int i = first;
    while (i < end && !name.isRole(i, Role.EPISODE) && !name.isRole(i, Role.SEASON)) {
      i++;
    }
    return i < end;
  }

  /** The first of the tokens up to this end that are not certain, in the same brackets. */
  int openBefore(int end, Bracket within) {
    int start = end;
    while (start > name.titleStart
        && name.bracket(start - 1) == within
        && !name.isCertain(start - 1)) {
      start--;
    }
    return start;
  }

  /** The first token of the word, without blanks or dots in it, that ends here. */
  int wordStart(int end) {
    int start = end - 1;
    while (start > name.titleStart && name.isGlued(start)) {
      start--;
    }
    return start;
  }
}
