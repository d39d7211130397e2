package org.betor.api.name;

/**
 * Decides where the title ends and which doubtful words count. The title ends at the first word
 * that no title has, or before doubtful words that lead up to it. Behind it, doubtful words count,
 * but not in the title of an episode, unless they lead up to technical words again.
 */
final class Boundary {
  /** No brackets with more words are all about one release; this bounds the time. */
  private static final int LONGEST_ASIDE = 60;

  private final Reading name;
  private final Doubts doubts;

  Boundary(Reading name) {
    this.name = name;
    this.doubts = new Doubts(name);
  }

  void read() {
    if (new TradeOnly(name).isTrue()) {
      name.titleEnd = name.titleStart;
      settle(name.titleStart);
      return;
    }
    new Preamble(name).skip();
    int first = firstCertain();
    int end = first == name.titleStart ? first : doubts.leadingUp(first, name.titleStart + 1);
    name.titleEnd = bracketed(end);
    forget(name.titleStart, name.titleEnd);
    settle(name.titleEnd);
  }

  /** The first token that no title has, or the end of the name or of the title's brackets. */
  private int firstCertain() {
    int start = name.titleStart;
    int limit = name.titleBracket().last;
    int i = start;
    while (i < limit && !endsTitle(i)) {
      i++;
    }
    return i;
  }

  private boolean endsTitle(int i) {
    int start = name.titleStart;
    if (i == start) {
      Role role = name.role(i);
      return name.isCertain(i)
          && (role == Role.SEASON || role == Role.EPISODE || role == Role.DATE);
    }
    return name.isCertain(i)
        || isOnlyDoubtful(i)
        || isOtherScript(i)
        || (name.alternatives && isNextTitle(i));
  }

  /** Whether ideographs follow on a title in Latin letters, in the brackets of fan groups. */
  private boolean isOtherScript(int i) {
    return name.fansub
        && !name.bracket(i).isWhole()
        && name.gapLength(i) > 0
        && Letters.isIdeograph(name.letters[name.token(i).start])
        && Letters.isLatin(name.letters[name.token(i - 1).start])
        && Letters.isLatin(name.letters[name.token(name.titleStart).start]);
  }

  /** Fan groups write other titles behind a slash; else these belong to the title. */
  private boolean isNextTitle(int i) {
    return isAside(i) || (name.fansub && (name.gapHas(i, '/') || name.gapHas(i, '|')));
  }

  /** Whether round brackets start here with square ones behind, as where people list titles. */
  private boolean isAside(int i) {
    Bracket bracket = name.bracket(i);
    return bracket.first == i
        && name.letters[bracket.open] == '('
        && bracket.last < name.size()
        && name.gapHas(bracket.last, '[');
  }

  /** Whether brackets start here in which every word is known. */
  private boolean isOnlyDoubtful(int i) {
    Bracket bracket = name.bracket(i);
    boolean several = bracket.last - i > LONGEST_ASIDE;
    if (bracket.first != i || several || bracket == name.bracket(name.titleStart)) {
      return false;
    }
    for (int word = i; word < bracket.last; word++) {
      if (name.isFree(word)) {
        return false;
      }
    }
    return bracket.last > i;
  }

  /** A title does not end within brackets, but before them. */
  private int bracketed(int end) {
    Bracket bracket = name.bracket(end);
    Bracket own = name.bracket(name.titleStart);
    int start = end;
    while (bracket.outer != null && bracket != own && bracket.first > name.titleStart) {
      start = Math.min(start, bracket.first);
      bracket = bracket.outer;
    }
    return start;
  }

  private void forget(int from, int to) {
    for (int i = from; i < to; i++) {
      Mark mark = name.mark(i);
      if (mark.doubtful) {
        name.erase(i);
      }
    }
  }

  /** Settles the doubtful words from here on. */
  private void settle(int from) {
    int i = from;
    while (i < name.size()) {
      Mark mark = name.mark(i);
      if (isEpisode(mark)) {
        i = afterEpisodeTitle(mark.last + 1);
      } else {
        mark.trust();
        i++;
      }
    }
  }

  private static boolean isEpisode(Mark mark) {
    return mark.role == Role.EPISODE || mark.role == Role.DATE;
  }

  /** Forgets doubtful words up to those that lead to the next certain one. */
  private int afterEpisodeTitle(int from) {
    int to = from;
    while (to < name.size() && !name.isCertain(to)) {
      if (isOnlyDoubtful(to)) {
        break;
      }
      to++;
    }
    int start = doubts.leadingUp(to, from);
    keepProper(from, start);
    forget(from, start);
    for (int i = start; i < to; i++) {
      name.mark(i).trust();
    }
    return to;
  }

  /** PROPER in capitals counts even in the middle of an episode's title. */
  private void keepProper(int from, int to) {
    for (int i = from; i < to; i++) {
      Mark mark = name.mark(i);
      boolean proper = mark.role == Role.PROPER || mark.role == Role.REPACK;
      if (proper && name.isCapitals(name.token(mark.first).start, name.token(mark.last).end)) {
        mark.trust();
      }
    }
  }
}
