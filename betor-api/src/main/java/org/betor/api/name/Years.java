package org.betor.api.name;

/**
 * Decides which number is the year. One in brackets is; else the last one before the technical
 * words, as earlier ones belong to titles such as {@code 2012} or {@code 1984}.
 */
final class Years {
  private static final int FIRST = 1895;
  private static final int LAST = 2049;

  private final Reading name;

  /** Whether technical words came before. */
  private boolean behindMarks;

  Years(Reading name) {
    this.name = name;
  }

  void read() {
    int chosen = -1;
    boolean bracketed = false;
    for (int i = name.titleStart; i < name.size() && !bracketed; i++) {
      if (isYear(i) && isBracketed(i)) {
        chosen = i;
        bracketed = true;
      } else if (isYear(i) && i > name.titleStart && (!behindMarks || chosen < 0)) {
        chosen = i;
      }
      behindMarks |= name.isCertain(i);
    }
    if (chosen >= 0 && !(behindMarks && name.isRole(chosen, Role.DATE))) {
      mark(chosen);
    }
  }

  /** A range such as 2008-2013 is told by its first year. */
  private void mark(int year) {
    boolean range = name.gapHas(year + 1, '-') && name.gapLength(year + 1) <= 3 && isYear(year + 1);
    boolean end =
        name.gapHas(year, '-')
            && !name.isDash(year)
            && isYear(year - 1)
            && year - 1 > name.titleStart;
    int first = end ? year - 1 : year;
    int last = range && !end ? year + 1 : year;
    name.put(Role.YEAR, name.text(first, first), first, last);
  }

  private boolean isYear(int i) {
    int number = name.number(i);
    return number >= FIRST
        && number <= LAST
        && name.token(i).length() == 4
        && name.isFree(i)
        && !(name.isGlued(i) && (behindMarks || name.token(i - 1).length() < 3))
        && !name.isGlued(i + 1);
  }

  /** Alone in brackets, or first or last in brackets with other words. */
  private boolean isBracketed(int i) {
    Bracket bracket = name.bracket(i);
    if (i == name.titleStart && name.token(i).start == 0) {
      return false;
    }
    boolean first = bracket.first == i;
    boolean last = bracket.last == i + 1;
    return i > 0
        && ((first && last) || (first && isListed(i)) || (last && !first && name.isFree(i - 1)));
  }

  private boolean isListed(int i) {
    return name.gapHas(i + 1, ',') || name.gapHas(i + 1, '-');
  }
}
