package org.betor.api.name;

/** Reads the long forms: 1ª Temporada, Season 1-3, Episódio 05, Серии: 1-24 из 24, Cap.408. */
final class SeasonWords {
  private static final int LAST_SEASON = 99;

  private final Reading name;

  SeasonWords(Reading name) {
    this.name = name;
  }

  void read() {
    for (int i = 0; i < name.size(); i++) {
      Mark mark = name.mark(i);
      if (mark.first == i) {
        if (mark.role == Role.SEASON_WORD) {
          season(mark);
        } else if (mark.role == Role.EPISODE_WORD) {
          episode(mark);
        }
      }
    }
  }

  private void season(Mark word) {
    int number = numberBehind(word.last);
    int ordinal = number < 0 || isOrdinal(word.first) ? ordinalBefore(word) : -1;
    if (ordinal >= 0) {
      seasonsBefore(word, ordinal);
    } else if (number >= 0 && value(number) <= LAST_SEASON) {
      seasonsBehind(word, number);
    }
  }

  private void seasonsBehind(Mark word, int number) {
    Ranges seasons = new Ranges();
    seasons.add(value(number));
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

  private int nextSeason(int i, Ranges seasons) {
    boolean word = name.isRole(i, Role.TO) || name.isRole(i, Role.AND);
    int at = word ? i + 1 : i;
    int number = name.number(at);
    boolean fits = number > seasons.last() && name.token(at).length() <= 2 && name.isFree(at);
    if (!fits || name.isGlued(at + 1) || name.isDash(at)) {
      return i;
    }
    if (name.gapHas(at, '-')
        || name.gapHas(at, '~')
        || name.isGap(at, ":")
        || name.isRole(i, Role.TO)) {
      seasons.addUpTo(number);
      return at + 1;
    }
    if (word
        || name.gapHas(at, '&')
        || name.gapHas(at, ',')
        || name.gapHas(at, '+')
        || isNextOne(at, seasons)) {
      seasons.add(number);
      return at + 1;
    }
    return i;
  }

  private boolean isNextOne(int i, Ranges seasons) {
    boolean point =
        name.isGap(i, ".")
            && (name.gapHas(i + 1, '&') || name.gapHas(i + 1, '-') || name.gapHas(i + 1, '.'));
    return (name.number(i) == seasons.last() + 1
            && name.isGap(i, " ")
            && name.token(i).length() == 1)
        || (point && name.token(i).length() == 1 && name.number(i) <= seasons.last() + 2);
  }

  /** An episode's bare number behind a season: "Season 11 01", "Season 2 - 10". */
  private void episodeOf(int i) {
    int number = name.number(i);
    boolean near = name.isGap(i, " ") || name.isGap(i, ".") || name.isDash(i);
    if (number >= 0 && near && name.isFree(i) && isEpisodeNumber(i)) {
      EpisodeList list = new EpisodeList(name, new Ranges());
      int end = list.read(i);
      name.put(Role.EPISODE, list.toString(), i, end - 1);
    }
  }

  private boolean isEpisodeNumber(int i) {
    int digits = name.token(i).length();
    boolean unit = name.isGlued(i + 1) && !name.is(i + 1, "v");
    return digits >= 2 && digits <= 3 && !unit;
  }

  private void seasonsBefore(Mark word, int ordinal) {
    int first = ordinal;
    int lowest = value(ordinal);
    Ranges seasons = new Ranges();
    boolean range = false;
    int before = ordinal - 1;
    if (name.isRole(before, Role.TO)
        && (name.is(before, "a") || name.is(before, "ao") || name.is(before, "ate"))) {
      range = true;
      before--;
    } else if (name.isRole(before, Role.AND)) {
      before--;
    } else if (name.gapHas(ordinal, '-') && !name.isDash(ordinal)) {
      range = true;
    }
    int other = ordinalAt(before);
    if (other >= 0 && value(other) < lowest) {
      first = earliest(other, seasons);
      seasons.add(value(other));
      if (range) {
        seasons.addUpTo(lowest);
      }
    }
    seasons.add(lowest);
    name.put(Role.SEASON, seasons.toString(), first, word.last);
    episodeOf(word.last + 1);
  }

  /** Takes in the ordinals before this one too: 1ª 2ª 3ª Temporada. */
  private int earliest(int ordinal, Ranges seasons) {
    int before = ordinal - 1;
    while (name.gapHas(before + 1, ',') && name.isRole(before, Role.AND)) {
      before--;
    }
    int other = ordinalAt(before);
    if (other < 0 || value(other) >= value(ordinal)) {
      return ordinal;
    }
    int first = earliest(other, seasons);
    seasons.add(value(other));
    return first;
  }

  /** The index of the number of an ordinal that ends here, or -1. */
  private int ordinalAt(int i) {
    if (isOrdinalSuffix(i)) {
      return i - 1;
    }
    boolean number = i >= 0 && name.number(i) >= 0 && name.number(i) <= LAST_SEASON;
    return number && !name.isGlued(i) ? i : -1;
  }

  private boolean isOrdinalSuffix(int i) {
    boolean suffix =
        name.is(i, "a")
            || name.is(i, "o")
            || name.is(i, "st")
            || name.is(i, "nd")
            || name.is(i, "rd")
            || name.is(i, "th")
            || name.is(i, "й")
            || name.is(i, "я")
            || name.is(i, "ая")
            || name.is(i, "e");
    boolean near = name.isGlued(i) || name.isGap(i, "-") || (name.isGap(i, " ") && name.is(i, "o"));
    int number = name.number(i - 1);
    return suffix && near && number >= 0 && number <= LAST_SEASON && !name.isGlued(i - 1);
  }

  private boolean isOrdinal(int word) {
    return isOrdinalSuffix(word - 1);
  }

  /** The index of the number before a word, or -1. "3 Seasons" counts seasons, and names none. */
  private int ordinalBefore(Mark word) {
    int i = word.first - 1;
    if (isOrdinalSuffix(i)) {
      return i - 1;
    }
    if (name.isRole(i, Role.NUMBER) && !name.isDash(word.first)) {
      return i;
    }
    boolean bare = name.isNear(word.first) || name.isGap(word.first, "-");
    boolean plural = name.text(word.last, word.last).endsWith("s");
    boolean short_ =
        name.number(i) >= 0 && name.number(i) <= LAST_SEASON && !name.isGlued(i) && name.isFree(i);
    boolean ideograph = name.is(i - 1, "第");
    return bare && !plural && (short_ || (ideograph && name.number(i) >= 0)) ? i : -1;
  }

  private int value(int i) {
    Mark mark = name.mark(i);
    return (mark.role == Role.NUMBER || mark.role == Role.ROMAN)
        ? Integer.parseInt(mark.value)
        : name.number(i);
  }

  /** The index of the number that belongs to a word before it, or -1. */
  private int numberBehind(int word) {
    int i = word + 1;
    if (i >= name.size() || name.gapLength(i) > 3 || name.bracket(i) != name.bracket(word)) {
      return -1;
    }
    if (name.isRole(i, Role.NUMBER)) {
      return i;
    }
    if (name.number(i) < 0 || name.token(i).length() > 4 || name.isDash(i) || isMeasure(i)) {
      return -1;
    }
    if (name.isRole(i, Role.CHANNELS)) {
      name.erase(i); // "Season 1.2.3" is no sound
    }
    return name.isFree(i) ? i : -1;
  }

  private boolean isMeasure(int i) {
    return (name.isGlued(i + 1)
            && (name.is(i + 1, "p") || name.is(i + 1, "i") || name.is(i + 1, "x")))
        || (name.isGlued(i + 1) && isOrdinalSuffix(i + 1));
  }

  private void episode(Mark word) {
    int number = numberBehind(word.last);
    if (number >= 0) {
      if (isSpanish(word, number)) {
        seasonAndEpisode(word, number);
        return;
      }
      EpisodeList list = new EpisodeList(name, new Ranges());
      int end = list.read(number);
      name.put(Role.EPISODE, list.toString(), word.first, end - 1);
    } else {
      episodesBefore(word);
    }
  }

  private void episodesBefore(Mark word) {
    int ordinal = ordinalBefore(word);
    if (ordinal >= 0) {
      boolean ideograph = name.is(ordinal - 1, "第");
      name.put(
          Role.EPISODE,
          Integer.toString(value(ordinal)),
          ideograph ? ordinal - 1 : ordinal,
          word.last);
    }
  }

  /** Cap.408 is the eighth episode of the fourth season. */
  private boolean isSpanish(Mark word, int number) {
    int digits = name.token(number).length();
    return name.is(word.first, "cap")
        && (digits == 3 || digits == 4)
        && name.number(number) % 100 > 0;
  }

  private void seasonAndEpisode(Mark word, int number) {
    int value = name.number(number);
    int last = number;
    Ranges episodes = new Ranges();
    episodes.add(value % 100);
    boolean range = name.isGap(number + 1, "_") || name.isGap(number + 1, "-");
    if (range && name.number(number + 1) / 100 == value / 100) {
      episodes.addUpTo(name.number(number + 1) % 100);
      last++;
    }
    name.put(Role.SEASON, Integer.toString(value / 100), word.first, word.last);
    name.put(Role.EPISODE, episodes.toString(), number, last);
  }
}
