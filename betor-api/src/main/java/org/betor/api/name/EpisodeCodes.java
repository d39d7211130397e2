package org.betor.api.name;

/** Reads the short forms: S01E02, S01-S03, 1x02, E05-E08. */
final class EpisodeCodes {

  private final Reading name;
  private final CodeShapes shapes;

  /** Whether a season with its episodes was read, behind which only more of these count. */
  private boolean full;

  EpisodeCodes(Reading name) {
    this.name = name;
    this.shapes = new CodeShapes(name);
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
    if (shapes.isSeason(i)) {
      return season(i);
    }
    if (isCompact(i)) {
      return compact(i);
    }
    if (isCross(i) || isSeasonWithoutLetter(i)) {
      return cross(i);
    }
    return shapes.isEpisode(i) && !name.isGlued(i) && !full ? episode(i) : 0;
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

  private int season(int i) {
    Ranges seasons = new Ranges();
    seasons.add(name.number(i + 1));
    int next = new SeasonList(name, shapes, seasons).read(i + 2);
    int episode = episodeBehind(next);
    int first = name.isRole(i - 1, Role.SEASON_WORD) ? i - 1 : i;
    name.put(Role.SEASON, seasons.toString(), first, next - 1);
    return episode < 0 ? next : episodes(i, next, episode, seasons);
  }

  /** The index of the first episode's number behind seasons, or -1. */
  private int episodeBehind(int i) {
    if (shapes.isEpisode(i) && (name.isGlued(i) || name.isOneSign(i) || name.isDash(i))) {
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
    return bare && name.isFree(i) && !name.isGlued(i) && !shapes.hasUnit(i) ? i : -1;
  }

  private boolean isCross(int i) {
    boolean times = name.is(i + 1, "x") || name.is(i + 1, "х"); // the second is Cyrillic
    boolean glued = times && name.isGlued(i + 1) && name.isGlued(i + 2);
    int season = name.number(i);
    int digits = season < 0 ? 0 : name.token(i).length();
    boolean number = (digits >= 1 && digits <= 2) || (digits == 4 && CodeShapes.isNumber(season));
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
  private boolean isSeasonWithoutLetter(int i) {
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
}
