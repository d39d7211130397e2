package org.betor.api.name;

/** Finds who made the release: behind the last hyphen, or in brackets in front or at the end. */
final class Groups {
  private static final int LONGEST = 40;

  private final Reading name;
  private Mark front = Mark.NONE;
  private boolean found;

  Groups(Reading name) {
    this.name = name;
  }

  /** Before titles are known: brackets at the very front, as fan groups write. */
  void readFront() {
    int start = name.titleStart;
    Bracket bracket = name.bracket(start);
    boolean first = bracket.first == start && bracket.last < name.size();
    boolean words = first && (isKnown(bracket) || hasCertain(bracket.first, bracket.last));
    if (!first || name.letters[bracket.open] != '[' || words) {
      return;
    }
    front = name.put(Role.GROUP, content(bracket), start, bracket.last - 1);
    name.titleStart = bracket.last;
    name.fansub = true;
  }

  /** The end of the name, before doubtful words are read, since groups may be called like these. */
  void readEnd() {
    int end = withoutTrail(name.size());
    if (end <= name.titleStart) {
      return;
    }
    Bracket last = lastBracket(end);
    if (hyphen(end) || (!last.isWhole() && hyphen(withoutTrail(last.first)))) {
      if (front != Mark.NONE) {
        name.put(Role.SITE, front.value, front.first, front.last);
      }
      return;
    }
    if (front != Mark.NONE || by(end)) {
      return;
    }
    if (last.isWhole()) {
      word(end);
    } else if (!isFree(last)) {
      within(last);
    } else {
      inBrackets(last);
    }
    if (!found) {
      middle();
    }
  }

  private boolean inBrackets(Bracket bracket) {
    boolean single =
        name.letters[bracket.open] != '{'
            && !content(bracket).contains(" ")
            && !content(bracket).isEmpty()
            && !isAllMarked(bracket.first, bracket.last);
    return single && put(bracket.first, bracket.last, content(bracket));
  }

  /** Square brackets among others with technical words, behind the title. */
  private void middle() {
    for (int i = name.titleStart + 1; i < name.size() && !found; i++) {
      Bracket bracket = name.bracket(i);
      boolean starts = bracket.isOutermost() && bracket.first == i && bracket.last < name.size();
      if (starts
          && isAllFree(bracket)
          && name.gapHas(bracket.last, '[')
          && name.isCertain(bracket.last)) {
        inBrackets(bracket);
      }
    }
  }

  private boolean isAllFree(Bracket bracket) {
    return allFree(bracket.first, bracket.last);
  }

  private boolean isKnown(Bracket bracket) {
    for (int i = bracket.first; i < bracket.last; i++) {
      if (!name.isCertain(i)) {
        return bracket.last - bracket.first == 1 && name.token(bracket.first).number;
      }
    }
    return true;
  }

  private String content(Bracket bracket) {
    return name.text.substring(bracket.open + 1, bracket.close).strip();
  }

  /** The end of the name without file ending, sites' marks, checksums, and repost marks. */
  private int withoutTrail(int from) {
    int end = from;
    while (end > name.titleStart + 1) {
      Mark mark = name.mark(end - 1);
      if (!isTrail(mark) && !isCount(end - 1)) {
        return end;
      }
      end = mark == Mark.NONE ? end - 1 : mark.first;
    }
    return end;
  }

  /** Such as the 1 of GROUP-1. */
  private boolean isCount(int i) {
    return name.isFree(i)
        && name.number(i) >= 0
        && name.token(i).length() == 1
        && name.isGap(i, "-")
        && name.isFree(i - 1);
  }

  private boolean isTrail(Mark mark) {
    return switch (mark.role) {
      case CONTAINER, CRC, VERSION -> true;
      case SITE -> !name.bracket(mark.first).isWhole() || name.isGap(mark.first, " ");
      case SIZE -> !name.bracket(mark.first).isWhole();
      case REPOST -> name.gapHas(mark.first, '-') && !name.isCertain(mark.first - 1);
      default -> false;
    };
  }

  /** The outermost brackets that end the name, or those of the whole name. */
  private Bracket lastBracket(int end) {
    Bracket bracket = name.bracket(end - 1).outermost();
    return bracket.last >= end && bracket.first > name.titleStart ? bracket : name.whole;
  }

  /** The first token behind the last certain one, outside of brackets. */
  private int behindCertain(int end, Bracket within) {
    int start = end;
    while (start > name.titleStart && name.bracket(start - 1) == within && isOpen(start - 1)) {
      start--;
    }
    return start;
  }

  private boolean isOpen(int i) {
    Mark mark = name.mark(i);
    return mark.doubtful || mark.role == Role.REPOST;
  }

  private boolean hyphen(int end) {
    int start = behindCertain(end, name.whole);
    if (start == end || !isBehindMarks(start)) {
      return false;
    }
    int first = start;
    if (!name.gapHas(start, '-') || (isTongue(start) && hasLaterHyphen(start, end))) {
      first = end - 1;
      while (first > start && !name.gapHas(first, '-')) {
        first--;
      }
      if (first == start) {
        return false;
      }
      first = isDouble(start, first, end) ? start : first;
    }
    boolean alone = !name.isDash(first) || !isTold(name.role(start - 1));
    return alone && !isWords(first, end) && put(first, end, withHyphens(first, end));
  }

  /** Such as Etc-Group, of which the first half belongs to the name of the group. */
  private boolean isDouble(int start, int hyphen, int end) {
    return name.isFree(start)
        && hyphen == start + 1
        && name.isGap(hyphen, "-")
        && end == hyphen + 1
        && (name.isGap(start, ".") || name.isGap(start, "_"));
  }

  private boolean hasLaterHyphen(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (name.gapHas(i, '-')) {
        return true;
      }
    }
    return false;
  }

  private boolean isTongue(int i) {
    return switch (name.role(i)) {
      case LANGUAGE, SUBTITLED, DUAL, DUBBED -> true;
      default -> false;
    };
  }

  /** Whether words that tell something may follow behind a dash, such as an episode's title. */
  private static boolean isTold(Role role) {
    return switch (role) {
      case SEASON, EPISODE, YEAR, DATE, PART, OTHER -> true;
      default -> false;
    };
  }

  private boolean isBehindMarks(int start) {
    return hasTechnical(start) || hasEpisode(start);
  }

  /** Whether these are plainly words of the trade, or too many to be a group's name. */
  private boolean isWords(int first, int end) {
    Mark mark = name.mark(first);
    int length = name.token(end - 1).end - name.token(first).start;
    if (length > LONGEST) {
      return true;
    }
    if (!mark.doubtful || mark == Mark.NONE) {
      return false;
    }
    boolean listed = mark.role == Role.LANGUAGE && name.isRole(first - 1, Role.LANGUAGE);
    boolean known = isAllMarked(first, end) && mark.last < end - 1;
    return listed
        || mark.role == Role.SUBTITLED
        || mark.role == Role.DUBBED
        || mark.role == Role.DUAL
        || name.isDash(first)
        || known;
  }

  private boolean isAllMarked(int first, int end) {
    for (int i = first; i < end; i++) {
      if (name.isFree(i)) {
        return false;
      }
    }
    return true;
  }

  /** With what hyphens stand around: -ZR- is a name. */
  private String withHyphens(int first, int end) {
    return name.text(first, end - 1);
  }

  /** Such as "by Seven". */
  private boolean by(int end) {
    int start = behindCertain(end, name.bracket(end - 1));
    for (int i = end - 2; i >= start; i--) {
      if (name.isRole(i, Role.BY) && end - i <= 4) {
        return put(i + 1, end, name.text(i + 1, end - 1));
      }
    }
    return false;
  }

  private void word(int end) {
    int start = wordStart(end);
    Role before = name.role(start - 1);
    boolean technical = before.isTechnical() || (before == Role.LANGUAGE && hasTechnical(start));
    if (technical && allFree(start, end)) {
      put(start, end, name.text(start, end - 1));
    }
  }

  private boolean hasTechnical(int end) {
    for (int i = name.titleStart; i < end; i++) {
      Role role = name.role(i);
      if (role.isTechnical() && name.isCertain(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean allFree(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!name.isFree(i)) {
        return false;
      }
    }
    return true;
  }

  /** The first token of the word, without blanks or dots, that ends here. */
  private int wordStart(int end) {
    int start = end - 1;
    while (start > name.titleStart && name.isGlued(start)) {
      start--;
    }
    return start;
  }

  private boolean isFree(Bracket bracket) {
    for (int i = bracket.first; i < bracket.last; i++) {
      if (name.isCertain(i)) {
        return false;
      }
    }
    return hasTechnical(bracket.first) || name.fansub || hasEpisode(bracket.first);
  }

  private boolean hasEpisode(int end) {
    for (int i = name.titleStart; i < end; i++) {
      if (name.isRole(i, Role.EPISODE) || name.isRole(i, Role.SEASON)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Behind the technical words within the last brackets; the last word, or what is behind a dash.
   */
  private void within(Bracket bracket) {
    int end = withoutTrail(bracket.last);
    int start = wordStart(end);
    if (start <= bracket.first
        || name.bracket(start) != bracket
        || !hasCertain(bracket.first, start)) {
      return;
    }
    while (start - 1 > bracket.first
        && name.isGap(start, "-")
        && name.isFree(start - 1)
        && name.isFree(start)) {
      start = wordStart(start);
    }
    if (allFree(start, end) && !(start == end - 1 && name.token(start).number)) {
      put(start, end, name.text(start, end - 1));
    }
  }

  private boolean hasCertain(int from, int to) {
    for (int i = from; i < to; i++) {
      if (name.isCertain(i) && name.role(i).isTechnical()) {
        return true;
      }
    }
    return false;
  }

  private boolean put(int first, int end, String value) {
    name.put(Role.GROUP, value, first, end - 1);
    found = true;
    return true;
  }
}
