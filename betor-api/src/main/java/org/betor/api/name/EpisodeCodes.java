package org.betor.api.name;

/** Reads the short forms: S01E02, S01-S03, 1x02, E05-E08. */
final class EpisodeCodes {
  private static final int MOST_DIGITS = 5;
  private static final int LAST_SEASON = 99;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private final Reading name;

  /** Whether a season with its episodes was read, behind which only more of these count. */
  private boolean full;

  EpisodeCodes(Reading name) {
    this.name = name;
  }

  void read() {
    for (int i = 0; i < name.size(); i++) {
      if (name.isFree(i) || name.isRole(i, Role.SEASON_WORD)) {
        i = Math.max(i, read(i) - 1);
      }
    }
  }

  /** Reads a code that starts here; the index after it, or 0 if there is none. */
  private int read(int i) {
    if (isSeason(i)) {
      return season(i);
    }
    if (isCompact(i)) {
      return compact(i);
    }
    if (isCross(i)) {
      return cross(i);
    }
    if (isBareSeason(i)) {
      return cross(i);
    }
    return isEpisode(i) && !name.isGlued(i) && !full ? episode(i) : 0;
  }

  private boolean isSeason(int i) {
    return (name.is(i, "s") || isTemporada(i) || isMisspelt(i))
        && (name.isGlued(i + 1) || isApart(i))
        && isSeasonNumber(name.number(i + 1))
        && endsSeason(i + 2)
        && !isGroup(i)
        && (!name.isGlued(i) || name.text.charAt(name.token(i).start) == 'S');
  }

  /** S 01, with a blank. */
  private boolean isApart(int i) {
    boolean capital = name.text.charAt(name.token(i).start) == 'S';
    return capital && name.isGap(i + 1, " ") && isTwoDigits(i + 1) && name.number(i + 1) < 10;
  }

  /** SO2E04, with a letter for the zero. */
  private boolean isMisspelt(int i) {
    return name.is(i, "so") && name.is(i + 2, "e") && name.token(i + 1).length() == 1;
  }

  /** T01E05, T1 E5 and "T02 Completa", as in Portuguese and Spanish; but not T2 alone. */
  private boolean isTemporada(int i) {
    return name.is(i, "t")
        && (name.is(i + 2, "e") || name.is(i + 2, "ep") || name.is(i + 2, "xe") || name.isRole(i + 2, Role.COMPLETE))
        && !name.isGlued(i);
  }

  /** Whether what is glued to a season's number is one of the letters that may be. */
  private boolean endsSeason(int i) {
    return !name.isGlued(i)
        || name.is(i, "e")
        || name.is(i, "ep")
        || name.is(i, "eps")
        || name.is(i, "x")
        || name.is(i, "xe")
        || name.is(i, "d")
        || name.is(i, "v")
        || Letters.isIdeograph(name.letters[name.token(i).start]);
  }

  /** Such as S56 at the end of x264-S56. */
  private boolean isGroup(int i) {
    return i + 2 >= name.size() && name.isGap(i, "-") && name.isCertain(i - 1);
  }

  /** S0615 is the fifteenth episode of the sixth season. */
  private boolean isCompact(int i) {
    return name.is(i, "s")
        && !name.isGlued(i)
        && name.isGlued(i + 1)
        && !name.isGlued(i + 2)
        && name.token(i + 1).length() == 4
        && name.number(i + 1) % 100 > 0;
  }

  private int compact(int i) {
    int number = name.number(i + 1);
    name.put(Role.SEASON, Integer.toString(number / 100), i, i);
    name.put(Role.EPISODE, Integer.toString(number % 100), i + 1, i + 1);
    return i + 2;
  }

  private static boolean isSeasonNumber(int number) {
    return (number >= 0 && number <= LAST_SEASON) || (number >= FIRST_YEAR && number <= LAST_YEAR);
  }

  private int season(int i) {
    Ranges seasons = new Ranges();
    seasons.add(name.number(i + 1));
    int next = moreSeasons(i + 2, seasons);
    int episode = episodeBehind(next);
    int first = name.isRole(i - 1, Role.SEASON_WORD) ? i - 1 : i;
    name.put(Role.SEASON, seasons.toString(), first, next - 1);
    return episode < 0 ? next : episodes(i, next, episode, seasons);
  }

  /** The index of the first episode's number behind seasons, or -1. */
  private int episodeBehind(int i) {
    if (isEpisode(i) && (name.isGlued(i) || name.isOneSign(i) || name.isDash(i))) {
      return i + 1;
    }
    int number = name.number(i);
    int digits = number < 0 ? 0 : name.token(i).length();
    Bracket bracket = name.bracket(i);
    boolean alone = bracket.first == i && bracket.last == i + 1 && digits >= 2 && digits <= 3;
    if (alone && name.isFree(i) && name.gapLength(i) <= 2) {
      return i;
    }
    boolean bare =
        (name.isNear(i) && digits == 2) || (name.isDash(i) && digits >= 2 && digits <= 3);
    return bare && name.isFree(i) && !name.isGlued(i) && !hasUnit(i) ? i : -1;
  }

  private boolean isEpisode(int i) {
    boolean letter =
        name.is(i, "e")
            || name.is(i, "ep")
            || name.is(i, "eps")
            || name.is(i, "xe")
            || (name.is(i, "x") && name.isGlued(i));
    return letter
        && name.number(i + 1) >= 0
        && name.token(i + 1).length() <= MOST_DIGITS
        && (name.isGlued(i + 1) || (name.is(i, "ep") && isNearOrBracket(i + 1)));
  }

  private boolean isNearOrBracket(int i) {
    return name.isNear(i) || name.isGap(i, "(") || name.isGap(i, " (");
  }

  private int moreSeasons(int from, Ranges seasons) {
    int next = from;
    while (next < name.size()) {
      boolean coded =
          isSeason(next + word(next)) && name.number(next + word(next) + 1) <= LAST_SEASON;
      int at = next + word(next);
      boolean range =
          name.isGap(next, "-")
              || (word(next) == 1 && name.isRole(next, Role.TO))
              || name.isGap(next, "~")
              || (name.isDash(next) && word(next) == 0);
      if (coded && episodeBehindCode(at + 2) < 0) {
        add(seasons, name.number(at + 1), range);
        next = at + 2;
      } else if (isNextOfList(next, seasons)) {
        seasons.add(name.number(next));
        next++;
      } else if (name.isGap(next, "-") && isBareSeason(next, seasons)) {
        seasons.addUpTo(name.number(next));
        next++;
      } else {
        return next;
      }
    }
    return next;
  }

  private int episodeBehindCode(int i) {
    return isEpisode(i) && (name.isGlued(i) || name.isGap(i, ".") || name.isGap(i, " "))
        ? i + 1
        : -1;
  }

  /** One if a word such as "to" or "and" stands here. */
  private int word(int i) {
    return name.isRole(i, Role.TO) || name.isRole(i, Role.AND) ? 1 : 0;
  }

  /** Such as S01 02 03, of which two numbers would be season and episode. */
  private boolean isNextOfList(int i, Ranges seasons) {
    boolean next = name.isGap(i, " ") && name.number(i) == seasons.last() + 1 && isTwoDigits(i);
    boolean more = name.isGap(i + 1, " ") && name.number(i + 1) == seasons.last() + 2;
    return next && (more || seasons.isList()) && name.isFree(i) && !hasUnit(i);
  }

  private boolean isBareSeason(int i, Ranges seasons) {
    int number = name.number(i);
    return number > seasons.last() && name.token(i).length() <= 2 && name.isFree(i) && !hasUnit(i);
  }

  private static void add(Ranges numbers, int number, boolean range) {
    if (range) {
      numbers.addUpTo(number);
    } else {
      numbers.add(number);
    }
  }

  private boolean isCross(int i) {
    boolean times = name.is(i + 1, "x") || name.is(i + 1, "х"); // the second is Cyrillic
    boolean glued = times && name.isGlued(i + 1) && name.isGlued(i + 2);
    int season = name.number(i);
    int digits = season < 0 ? 0 : name.token(i).length();
    boolean number = (digits >= 1 && digits <= 2) || (digits == 4 && isSeasonNumber(season));
    if (!glued || !number || name.isGlued(i)) {
      return false;
    }
    int episode = name.number(i + 2);
    return episode >= 0
        && name.token(i + 2).length() <= 3
        && name.isFree(i + 2)
        && !isCodec(episode);
  }

  /** Such as 01E06, where the letter of the season was forgotten. */
  private boolean isBareSeason(int i) {
    return isTwoDigits(i)
        && !name.isGlued(i)
        && name.is(i + 1, "e")
        && name.isGlued(i + 1)
        && name.isGlued(i + 2)
        && isTwoDigits(i + 2)
        && !name.isGlued(i + 3);
  }

  private boolean isTwoDigits(int i) {
    return name.number(i) > 0 && name.token(i).length() == 2;
  }

  private static boolean isCodec(int number) {
    return number >= 263 && number <= 266;
  }

  private int cross(int i) {
    Ranges seasons = new Ranges();
    seasons.add(name.number(i));
    name.put(Role.SEASON, seasons.toString(), i, i);
    return episodes(i, i + 1, i + 2, seasons);
  }

  private int episode(int i) {
    Ranges seasons = new Ranges();
    return episodes(i, i, i + 1, seasons);
  }

  /** Reads the episodes from a first number on; the index after them. */
  private int episodes(int first, int from, int number, Ranges seasons) {
    EpisodeList list = new EpisodeList(name, seasons);
    full |= !seasons.isEmpty();
    int next = list.read(number);
    if (list.crossedSeasons()) {
      name.put(Role.SEASON, seasons.toString(), first, next - 1);
    } else {
      name.put(Role.EPISODE, list.toString(), from, next - 1);
    }
    return next;
  }

  /** Whether letters stand glued behind a number, as in 720p. */
  private boolean hasUnit(int i) {
    return name.isGlued(i + 1) && !name.is(i + 1, "v");
  }
}
