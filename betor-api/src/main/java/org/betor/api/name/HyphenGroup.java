package org.betor.api.name;

/** Finds the group behind the last hyphen, as the scene writes it. */
final class HyphenGroup {
  private static final int LONGEST = 40;

  private final Reading name;
  private final Stretches stretches;

  HyphenGroup(Reading name, Stretches stretches) {
    this.name = name;
    this.stretches = stretches;
  }

  /** The index of the group's first token if the tokens up to this end are one, or -1. */
  int before(int end) {
    int start = stretches.openBefore(end, name.whole);
    boolean behind =
        stretches.hasTechnical(name.titleStart, start)
            || stretches.hasEpisode(name.titleStart, start);
    int first = start < end && behind ? first(start, end) : -1;
    return first >= 0 && !isEpisodeTitle(start, first) && !isWords(first, end) ? first : -1;
  }

  /** The group goes up to a dash or to languages behind it, as in "Group - Dual" or "GROUP.eng". */
  int endOf(int first, int end) {
    int i = first + 1;
    while (i < end && !name.isDash(i) && !(isTongue(i) && name.isNear(i) && !name.isGlued(i))) {
      i++;
    }
    return i;
  }

  private int first(int from, int end) {
    int start = from;
    int last = lastHyphen(from, end);
    while (start < last && isTongue(start)) {
      start = name.mark(start).last + 1;
    }
    if (start < end && name.gapHas(start, '-')) {
      return start;
    }
    start = from;
    int hyphen = lastHyphen(start, end);
    if (hyphen == start) {
      return -1;
    }
    return isDouble(start, hyphen, end) ? start : hyphen;
  }

  private int lastHyphen(int start, int end) {
    int hyphen = end - 1;
    while (hyphen > start && !name.gapHas(hyphen, '-')) {
      hyphen--;
    }
    return hyphen;
  }

  /** Such as Etc-Group, of which the first half belongs to the name of the group. */
  private boolean isDouble(int start, int hyphen, int end) {
    return (name.isFree(start) || name.isRole(start, Role.VOLUME))
        && hyphen == start + 1
        && name.isGap(hyphen, "-")
        && stretches.wordStart(end) == hyphen
        && (name.isGap(start, ".") || name.isGap(start, "_"));
  }

  /** Whether this follows behind a dash on an episode or a year, as titles do. */
  private boolean isEpisodeTitle(int start, int first) {
    return name.isDash(first)
        && switch (name.role(start - 1)) {
          case SEASON, EPISODE, YEAR, DATE, PART, OTHER -> true;
          default -> false;
        };
  }

  private boolean isTongue(int i) {
    return switch (name.role(i)) {
      case LANGUAGE, SUBTITLED, DUAL, DUBBED -> true;
      default -> false;
    };
  }

  /** Whether these are plainly words of the trade, or too many to be a group's name. */
  private boolean isWords(int first, int end) {
    Mark mark = name.mark(first);
    if (name.token(end - 1).end - name.token(first).start > LONGEST) {
      return true;
    }
    if (mark == Mark.NONE || !mark.doubtful) {
      return false;
    }
    if (mark.role == Role.LANGUAGE) {
      return name.isRole(first - 1, Role.LANGUAGE) || name.isDash(first) || isList(mark, end);
    }
    return isTongue(first) || name.isDash(first) || isList(mark, end);
  }

  private boolean isList(Mark mark, int end) {
    return mark.last < end - 1 && stretches.isMarked(mark.first, end);
  }
}
