package org.betor.api.name;

/** Finds who made the release: behind the last hyphen, or in brackets in front or at the end. */
final class Groups {
  private static final int MOST_WORDS = 3;

  private final Reading name;
  private final Stretches stretches;
  private final Trail trail;
  private final HyphenGroup hyphen;
  private Mark front = Mark.NONE;

  Groups(Reading name) {
    this.name = name;
    this.stretches = new Stretches(name);
    this.trail = new Trail(name);
    this.hyphen = new HyphenGroup(name, stretches);
  }

  /** Before titles are known: brackets at the very front, as fan groups write. */
  void readFront() {
    int start = name.titleStart;
    Bracket bracket = name.bracket(start);
    boolean first = bracket.first == start && bracket.last < name.size();
    if (first && name.letters[bracket.open] == '[' && !isNoGroup(bracket)) {
      front = name.put(Role.GROUP, content(bracket), start, bracket.last - 1);
      name.titleStart = bracket.last;
      name.fansub = true;
    }
  }

  /** Whether brackets hold words of the trade, or a number alone. */
  private boolean isNoGroup(Bracket bracket) {
    boolean number = bracket.last == bracket.first + 1 && name.token(bracket.first).number;
    return number || stretches.hasCertain(bracket.first, bracket.last);
  }

  /** The end of the name, before doubtful words are read, since groups may be called like these. */
  void readEnd() {
    int end = trail.before(name.size());
    Bracket last = lastBracket(end);
    if (end <= name.titleStart) {
      return;
    }
    if (hyphen(end) || (!last.isWhole() && hyphen(trail.before(last.first)))) {
      passOnFront();
    } else if (front == Mark.NONE && !by(end) && !atEnd(end, last) && !amongBrackets()) {
      address();
    }
  }

  /** A name has one group; brackets in front of a scene's name are of those who passed it on. */
  private void passOnFront() {
    if (front != Mark.NONE) {
      name.put(Role.SITE, front.value, front.first, front.last);
    }
  }

  private boolean hyphen(int end) {
    int first = end > 0 ? hyphen.before(end) : -1;
    if (first < 0) {
      return false;
    }
    int own = hyphen.endOf(first, end);
    return put(first, own, name.text(first, own - 1));
  }

  /** Such as "by Seven". */
  private boolean by(int end) {
    int start = stretches.openBefore(end, name.bracket(end - 1));
    for (int i = end - 2; i >= Math.max(start, end - 1 - MOST_WORDS); i--) {
      if (name.isRole(i, Role.BY)) {
        return put(i + 1, end, name.text(i + 1, end - 1));
      }
    }
    return false;
  }

  private boolean atEnd(int end, Bracket last) {
    if (last.isWhole()) {
      return lastWord(end);
    }
    if (stretches.hasCertain(last.first, last.last)) {
      Bracket inner = name.bracket(end - 1);
      boolean nested = inner != last && inner.last == end && stretches.isFree(inner.first, end);
      return nested ? inBrackets(inner) : lastWordWithin(last);
    }
    boolean behind =
        name.fansub
            || stretches.hasTechnical(name.titleStart, last.first)
            || stretches.hasEpisode(name.titleStart, last.first);
    return behind && inBrackets(last);
  }

  /** The outermost brackets that end the name, or those of the whole name. */
  private Bracket lastBracket(int end) {
    Bracket bracket = name.bracket(end - 1).outermost();
    return bracket.last >= end && bracket.first > name.titleStart ? bracket : name.whole;
  }

  private boolean inBrackets(Bracket bracket) {
    String content = content(bracket);
    boolean single =
        name.letters[bracket.open] != '{'
            && !content.isEmpty()
            && content.indexOf(' ') < 0
            && !stretches.isMarked(bracket.first, bracket.last);
    return single && put(bracket.first, bracket.last, content);
  }

  private String content(Bracket bracket) {
    return name.text.substring(bracket.open + 1, bracket.close).strip();
  }

  /** A word alone behind technical ones, "x264 Team", or the second one, "x264.Joe.Team". */
  private boolean lastWord(int end) {
    int start = stretches.wordStart(end);
    boolean second = name.isFree(start - 1) && name.isNear(start);
    int before = (second ? stretches.wordStart(start) : start) - 1;
    boolean behind =
        (!second && name.role(before).isTechnical())
            || (isTrade(before) && stretches.hasTechnical(name.titleStart, before + 1))
            || isBehindBrackets(start);
    return behind && stretches.isFree(start, end) && put(start, end, name.text(start, end - 1));
  }

  private boolean isTrade(int i) {
    return switch (name.role(i)) {
      case LANGUAGE, DUBBED, DUAL, SUBTITLED, OTHER, SIZE, EDITION, NETWORK -> true;
      default -> name.role(i).isTechnical();
    };
  }

  /** Such as "(1080p x265 Joe) Team". */
  private boolean isBehindBrackets(int start) {
    Bracket bracket = name.bracket(start - 1);
    return name.isGap(start, ") ") && stretches.hasTechnical(bracket.first, bracket.last);
  }

  /** The same within the last brackets, of which the last word counts: "(x265 Joe Team)". */
  private boolean lastWordWithin(Bracket bracket) {
    int end = trail.before(bracket.last);
    int start = stretches.wordStart(end);
    boolean inside = start > bracket.first && name.bracket(start) == bracket;
    if (!inside || !stretches.hasTechnical(bracket.first, start)) {
      return false;
    }
    while (start - 1 > bracket.first && name.isGap(start, "-") && name.isFree(start - 1)) {
      start = stretches.wordStart(start);
    }
    boolean number = start == end - 1 && name.token(start).number;
    return !number && stretches.isFree(start, end) && put(start, end, name.text(start, end - 1));
  }

  /** Square brackets among others with technical words, behind the title. */
  private boolean amongBrackets() {
    for (int i = name.titleStart + 1; i < name.size(); i++) {
      Bracket bracket = name.bracket(i);
      boolean starts = bracket.isOutermost() && bracket.first == i && bracket.last < name.size();
      if (starts && isAmongOthers(bracket) && inBrackets(bracket)) {
        return true;
      }
    }
    return false;
  }

  /** Some groups are called like their site, and stand where groups do. */
  private void address() {
    int last = name.size() - 1;
    Mark end =
        name.isRole(last, Role.CONTAINER) && last > 0 ? name.mark(last - 1) : name.mark(last);
    boolean address =
        end.role == Role.SITE
            && end.value.indexOf('.') > 0
            && name.number(end.first) < 0
            && !name.brazilian
            && !name.is(end.first, "www");
    if (address && stretches.hasTechnical(name.titleStart, end.first)) {
      put(end.first, end.last + 1, end.value);
    }
  }

  private boolean isAmongOthers(Bracket bracket) {
    return stretches.isFree(bracket.first, bracket.last)
        && name.gapHas(bracket.last, '[')
        && name.isCertain(bracket.last);
  }

  private boolean put(int first, int end, String value) {
    name.put(Role.GROUP, value, first, end - 1);
    return true;
  }
}
