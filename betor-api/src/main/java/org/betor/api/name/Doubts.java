package org.betor.api.name;

import java.util.EnumSet;
import java.util.Set;

/**
 * Decides which doubtful words count since they lead up to something certain, as in "Extended 2012"
 * or "FRENCH 720p".
 */
final class Doubts {
  private static final Set<Role> BEFORE_SEASON =
      EnumSet.of(Role.COMPLETE, Role.DUAL, Role.DUBBED, Role.SUBTITLED, Role.NOISE);

  private static final Set<Role> BEFORE_YEAR =
      with(BEFORE_SEASON, Role.EDITION, Role.CUT, Role.PROPER, Role.REPACK);

  private static final Set<Role> AT_END =
      with(BEFORE_SEASON, Role.EDITION, Role.CUT, Role.LANGUAGE);

  /** Words that tell nothing alone. */
  private static final Set<Role> HELPERS =
      EnumSet.of(
          Role.COUNTRY,
          Role.ARTICLE,
          Role.OF,
          Role.TO,
          Role.AND,
          Role.BY,
          Role.NUMBER,
          Role.ROMAN,
          Role.MONTH,
          Role.PART_WORD,
          Role.VOLUME,
          Role.CHANNELS,
          Role.SEASON_WORD,
          Role.EPISODE_WORD,
          Role.SITE);

  private final Reading name;

  Doubts(Reading name) {
    this.name = name;
  }

  /** The start of the doubtful words that stand directly before a token. */
  int leadingUp(int to, int from) {
    int start = to;
    boolean language = false;
    boolean languagesEnded = false;
    while (start > from && counts(start - 1, to)) {
      Mark mark = name.token(start - 1).mark;
      boolean speaks = mark.role == Role.LANGUAGE;
      if (speaks && languagesEnded) {
        return start;
      }
      languagesEnded |= language && mark.role == Role.EDITION;
      language |= speaks;
      start = Math.max(from, mark.first);
    }
    return start;
  }

  /** Whether a doubtful word counts if it stands before this token, or before such as do. */
  private boolean counts(int i, int to) {
    Mark mark = name.mark(i);
    if (!mark.doubtful || mark.first <= name.titleStart) {
      return false;
    }
    Role next = name.role(to);
    if (isSeason(to)) {
      return BEFORE_SEASON.contains(mark.role);
    }
    if (name.isRole(mark.first - 1, Role.ARTICLE)) {
      return false;
    }
    if (next == Role.YEAR) {
      boolean language =
          mark.role == Role.LANGUAGE
              && (isCapitals(mark) || isDotted(mark) || name.isRole(mark.first - 1, Role.DUBBED));
      return BEFORE_YEAR.contains(mark.role) || language;
    }
    if (to == name.size() || next == Role.CONTAINER) {
      boolean source = mark.role == Role.SOURCE && isCapitals(mark) && name.isDash(mark.first);
      return source || AT_END.contains(mark.role);
    }
    return !HELPERS.contains(mark.role) || (mark.role == Role.CHANNELS && !name.isFree(i - 1));
  }

  /** The scene writes Title.German.2011, with dots; "The.Good.German.2006" is a title. */
  private boolean isDotted(Mark mark) {
    int length = name.token(mark.last).end - name.token(mark.first).start;
    boolean title = name.is(name.titleStart, "the") || mark.value.equals("en");
    return length > 3 && !title && name.isGap(mark.first, ".") && name.isGap(mark.last + 1, ".");
  }

  private boolean isCapitals(Mark mark) {
    return name.isCapitals(name.token(mark.first).start, name.token(mark.last).end);
  }

  private boolean isSeason(int i) {
    Role role = name.role(i);
    return role == Role.SEASON || role == Role.EPISODE || role == Role.DATE;
  }

  private static Set<Role> with(Set<Role> some, Role... others) {
    Set<Role> all = EnumSet.copyOf(some);
    all.addAll(Set.of(others));
    return all;
  }
}
