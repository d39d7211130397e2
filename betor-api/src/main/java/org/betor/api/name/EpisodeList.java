package org.betor.api.name;

/** Reads a list of episodes from its first number on: 01-E03, 01E02, 01-02-03, 1 e 2. */
final class EpisodeList {
  private static final int MOST_DIGITS = 5;

  private final Reading name;
  private final Ranges seasons;
  private final Ranges episodes = new Ranges();
  private boolean crossed;

  EpisodeList(Reading name, Ranges seasons) {
    this.name = name;
    this.seasons = seasons;
  }

  /** Whether the list goes on into another season, so that it is one of seasons. */
  boolean crossedSeasons() {
    return crossed;
  }

  /** Reads from the first number on; the index after the list. */
  int read(int first) {
    if (isLong(first)) {
      return first + 1;
    }
    episodes.add(name.number(first));
    int next = first + 1;
    for (int end = next(next); end > next; end = next(next)) {
      next = end;
    }
    return behind(next);
  }

  /** The index after the next item of the list, or the same index. */
  private int next(int i) {
    int at = isWord(i) ? i + 1 : i;
    boolean range = isRange(i) || (at > i && name.isRole(i, Role.TO));
    boolean season = name.is(at, "s") && name.number(at + 1) >= 0 && name.isGlued(at + 1);
    if (season && isCode(at + 2)) {
      return season(at, range);
    }
    if (isCode(at) && (name.isGlued(at) || isJoined(at, i))) {
      return add(at + 1, range);
    }
    if (name.number(at) >= 0 && isCode(at + 1) && name.is(at + 1, "x") && isJoined(at, i)) {
      return name.number(at) == season() ? add(at + 2, range) : i;
    }
    return isBare(at, i, range) ? add(at, range) : i;
  }

  private int season(int at, boolean range) {
    if (name.number(at + 1) == season()) {
      return add(at + 3, range);
    }
    seasons.addUpTo(name.number(at + 1));
    crossed = true;
    return at + 4;
  }

  private int season() {
    return seasons.isEmpty() ? -1 : seasons.first();
  }

  private int add(int number, boolean range) {
    if (range) {
      episodes.addUpTo(name.number(number));
    } else {
      episodes.add(name.number(number));
    }
    return number + 1;
  }

  /** A letter for episodes with a number glued to it. */
  private boolean isCode(int i) {
    boolean letter = name.is(i, "e") || name.is(i, "ep") || name.is(i, "x");
    return letter && name.isGlued(i + 1) && name.number(i + 1) >= 0 && !isLong(i + 1);
  }

  private boolean isLong(int i) {
    return name.token(i).length() > MOST_DIGITS;
  }

  /** A number alone, which belongs to the list only if little stands between. */
  private boolean isBare(int at, int i, boolean range) {
    int number = name.number(at);
    if (number <= episodes.last() || !name.isFree(at) || isLong(at) || hasUnit(at)) {
      return false;
    }
    boolean one = name.isGap(at, " ") && number == episodes.last() + 1 && isPadded(at);
    boolean near =
        range
            || one
            || name.isGap(at, "_")
            || at > i
            || name.isGap(at, ", ")
            || name.isGap(at, ",");
    boolean year = number > 1900 && number < 2100 && episodes.last() < 1800;
    return near && !year && (name.token(at).length() > 1 || number < 10);
  }

  private boolean isPadded(int at) {
    return name.letters[name.token(at).start] == '0';
  }

  private boolean hasUnit(int i) {
    return name.isGlued(i + 1)
        && !name.is(i + 1, "v")
        && !name.is(i + 1, "of")
        && !Letters.isIdeograph(name.letters[name.token(i + 1).start]);
  }

  private boolean isRange(int i) {
    return name.isGap(i, "-")
        || name.isGap(i, "~")
        || name.isGap(i, " ~ ")
        || (name.isDash(i) && closes(i));
  }

  /** Whether a dash leads to a number and no further: "01 - 12 [720p]", but not "01 - 24 Hours". */
  private boolean closes(int i) {
    if (name.number(i) < 0) {
      return true;
    }
    int next = i + 1;
    return seasons.isEmpty()
        && name.token(i).length() > 1
        && (next >= name.size() || name.gapHas(next, '[') || name.gapHas(next, '('));
  }

  private boolean isWord(int i) {
    return (name.isRole(i, Role.TO) || name.isRole(i, Role.AND)) && name.isClose(i);
  }

  private boolean isJoined(int at, int i) {
    return at > i
        || name.isOneSign(at)
        || name.isDash(at)
        || name.isGap(at, "&")
        || name.isGap(at, " & ")
        || name.isGap(at, "+")
        || name.isGap(at, " + ");
  }

  /** Behind the list: part letters, versions, and how many there are, as in "of 24". */
  private int behind(int i) {
    int next = i;
    if (name.isGlued(next) && isPartLetter(next)) {
      next++;
    }
    if (name.is(next, "v") && name.isGlued(next) && name.isGlued(next + 1)) {
      name.put(Role.VERSION, Integer.toString(Math.max(1, name.number(next + 1))), next, next + 1);
    }
    boolean of = name.isRole(next, Role.OF) || name.is(next, "of") || name.is(next, "iz");
    boolean count = of && (name.number(next + 1) >= 0 || name.is(next + 1, "xx"));
    return count ? next + 2 : next;
  }

  private boolean isPartLetter(int i) {
    return name.token(i).length() == 1
        && name.letters[name.token(i).start] >= 'a'
        && name.letters[name.token(i).start] <= 'd'
        && !name.isGlued(i + 1);
  }

  @Override
  public String toString() {
    return episodes.toString();
  }
}
