package org.betor.api.name;

/** Reads the long forms of seasons: 1ª Temporada, Season 1-3, 1ª a 5ª Temporada, Season Two. */
final class SeasonWords {
  private static final int LAST_SEASON = 99;

  private final Reading name;
  private final Ordinals ordinals;

  SeasonWords(Reading name) {
    this.name = name;
    this.ordinals = new Ordinals(name);
  }

  void read() {
    for (int i = 0; i < name.size(); i++) {
      Mark mark = name.mark(i);
      if (mark.first == i && mark.role == Role.SEASON_WORD) {
        season(mark);
      }
    }
  }

  private void season(Mark word) {
    int number = ordinals.behind(word);
    if (ordinals.isWithinWord(number)) {
      return;
    }
    int ordinal =
        number < 0 || ordinals.isOrdinal(word) || isCounted(number + 1)
            ? ordinals.before(word)
            : -1;
    if (ordinal >= 0) {
      seasonsBefore(word, ordinal);
    } else if (number >= 0 && ordinals.value(number) <= LAST_SEASON) {
      seasonsBehind(word, number);
    }
  }

  /** Whether a number belongs to a word for episodes behind it: 3 сезон 22 серия. */
  private boolean isCounted(int i) {
    return name.isRole(i, Role.EPISODE_WORD) && name.number(i + 1) < 0;
  }

  private void seasonsBehind(Mark word, int number) {
    Ranges seasons = new Ranges();
    seasons.add(ordinals.value(number));
    int next = number + 1;
    if (name.is(next, "of") && name.number(next + 1) >= 0) {
      next += 2;
    }
    for (int end = nextSeason(next, seasons); end > next; end = nextSeason(next, seasons)) {
      next = end;
    }
    name.put(Role.SEASON, seasons.toString(), word.first, next - 1);
    episodeOf(next);
  }

  /** The index after the next season of a list, or the same index. */
  private int nextSeason(int i, Ranges seasons) {
    boolean to = name.isRole(i, Role.TO);
    boolean and = name.isRole(i, Role.AND);
    int at = to || and ? i + 1 : i;
    int number = name.number(at);
    boolean fits = number > seasons.last() && name.token(at).length() <= 2 && name.isFree(at);
    if (!fits || name.isGlued(at + 1) || name.isDash(at)) {
      return i;
    }
    if (to || name.gapHas(at, '-') || name.gapHas(at, '~') || name.isGap(at, ":")) {
      seasons.addUpTo(number);
    } else if (and || isListed(at) || isNextOne(at, seasons)) {
      seasons.add(number);
    } else {
      return i;
    }
    return at + 1;
  }

  private boolean isListed(int i) {
    return name.gapHas(i, '&') || name.gapHas(i, ',') || name.gapHas(i, '+');
  }

  /** Whether a digit goes on with a list that has nothing but blanks or dots: 1 2 3, or 1.2.3-5. */
  private boolean isNextOne(int i, Ranges seasons) {
    int next = i + 1;
    if (name.token(i).length() != 1) {
      boolean one = name.number(i) == seasons.last() + 1;
      return one
          && name.isGap(i, " ")
          && (seasons.isList() || name.number(next) == name.number(i) + 1);
    }
    boolean word = name.isRole(next, Role.AND) || name.isRole(next, Role.TO);
    boolean more =
        word
            || name.gapHas(next, '&')
            || name.gapHas(next, '-')
            || name.gapHas(next, '~')
            || name.gapHas(next, '.');
    boolean blank = name.isGap(i, " ") && name.number(i) == seasons.last() + 1;
    return blank || (name.isGap(i, ".") && more && name.number(i) <= seasons.last() + 2);
  }

  /** An episode's bare number behind a season: "Season 11 01", "Season 2 - 10". */
  private void episodeOf(int i) {
    int digits = name.number(i) < 0 ? 0 : name.token(i).length();
    boolean near = name.isGap(i, " ") || name.isGap(i, ".") || name.isDash(i);
    boolean counted = name.is(i + 1, "of") && name.isGlued(i + 2);
    boolean unit = name.isGlued(i + 1) && !name.is(i + 1, "v") && !counted;
    if ((digits >= 2 || counted)
        && digits <= 3
        && near
        && !unit
        && name.isFree(i)
        && !isCounted(i + 1)) {
      EpisodeList list = new EpisodeList(name, new Ranges());
      int end = list.read(i);
      name.put(Role.EPISODE, list.toString(), i, end - 1);
    }
  }

  private void seasonsBefore(Mark word, int ordinal) {
    Ranges seasons = new Ranges();
    int first = rangeBefore(ordinal, seasons);
    if (first < 0) {
      first = listBefore(ordinal, seasons);
      seasons.add(ordinals.value(ordinal));
    }
    name.put(Role.SEASON, seasons.toString(), first, word.last);
    episodeOf(word.last + 1);
  }

  /** Takes in a range that ends with this ordinal: 1ª a 5ª, 1-5; its first token, or -1. */
  private int rangeBefore(int ordinal, Ranges seasons) {
    boolean to = name.isRole(ordinal - 1, Role.TO);
    boolean hyphen = name.gapHas(ordinal, '-') && !name.isDash(ordinal);
    int first = to || hyphen ? ordinals.endingAt(ordinal - (to ? 2 : 1)) : -1;
    if (first < 0 || ordinals.value(first) >= ordinals.value(ordinal)) {
      return -1;
    }
    seasons.add(ordinals.value(first));
    seasons.addUpTo(ordinals.value(ordinal));
    return first;
  }

  /** Takes in the ordinals before this one: 1ª 2ª 3ª, or 1ª, 2ª e 3ª; their first token. */
  private int listBefore(int ordinal, Ranges seasons) {
    int before = name.isRole(ordinal - 1, Role.AND) ? ordinal - 2 : ordinal - 1;
    int other = ordinals.endingAt(before);
    if (other < 0 || ordinals.value(other) >= ordinals.value(ordinal)) {
      return ordinal;
    }
    int first = listBefore(other, seasons); // seasons fall, so it soon ends
    seasons.add(ordinals.value(other));
    return first;
  }
}
