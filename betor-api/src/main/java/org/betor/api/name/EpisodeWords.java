package org.betor.api.name;

/** Reads the long forms of episodes: Episódio 05, Capítulos 1 a 5, Серии: 1-24 из 24, Cap.408. */
final class EpisodeWords {
  private final Reading name;
  private final Ordinals ordinals;
  private boolean coded;

  EpisodeWords(Reading name) {
    this.name = name;
    this.ordinals = new Ordinals(name);
  }

  void read() {
    for (int i = 0; i < name.size(); i++) {
      Mark mark = name.mark(i);
      if (isCode(mark)) {
        return; // what is behind it is a title
      }
      if (mark.first == i && mark.role == Role.EPISODE_WORD) {
        episode(mark);
      }
    }
  }

  private boolean isCode(Mark mark) {
    return mark.role == Role.EPISODE && name.isRole(mark.first - 1, Role.SEASON);
  }

  private void episode(Mark word) {
    int number = ordinals.behind(word);
    if (ordinals.isWithinWord(number)) {
      return;
    }
    if (number < 0) {
      episodeBefore(word);
    } else if (isSpanish(word, number)) {
      seasonAndEpisode(word, number);
    } else {
      EpisodeList list = new EpisodeList(name, new Ranges());
      int end = list.read(number);
      name.put(Role.EPISODE, list.toString(), word.first, end - 1);
    }
  }

  private void episodeBefore(Mark word) {
    int ordinal = ordinals.before(word);
    if (ordinal >= 0) {
      int first = name.is(ordinal - 1, "第") ? ordinal - 1 : ordinal;
      name.put(Role.EPISODE, Integer.toString(ordinals.value(ordinal)), first, word.last);
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
    if (!coded) {
      forgetSeasons(word.first);
      coded = true;
    }
    name.put(Role.SEASON, Integer.toString(value / 100), word.first, word.last);
    name.put(Role.EPISODE, episodes.toString(), number, last);
  }

  /** The code is of this episode, while a season before it may be of the page. */
  private void forgetSeasons(int end) {
    for (int i = name.titleStart + 1; i < end; i++) {
      if (name.isRole(i, Role.SEASON)) {
        Mark season = name.mark(i);
        name.put(Role.OTHER, "", season.first, season.last);
      }
    }
  }
}
