package org.betor.api.name;

/** Reads episodes that are nothing but a number, by where it stands: "Show - 05v2 [1080p]". */
final class BareNumbers {
  private static final int LAST_EPISODE = 1_899;

  private final Reading name;

  BareNumbers(Reading name) {
    this.name = name;
  }

  void read() {
    if (isNumbered()) {
      beforeCode();
      return;
    }
    for (int i = name.titleStart; i < name.size(); i++) {
      if (isNumber(i) && isEpisode(i)) {
        put(i, i);
        return;
      }
      if (isSceneNumber(i)) {
        sceneNumber(i);
        return;
      }
    }
  }

  /** A fan group's own count before the code of the episode: "Show - 12 (S01E12)". */
  private void beforeCode() {
    for (int i = name.titleStart + 1; name.fansub && i < name.size() && !isCode(i); i++) {
      if (isNumber(i) && (name.isDash(i) || isCode(i + 1)) && name.token(i).length() > 1) {
        int last = isFraction(i + 1) ? i + 1 : i;
        if (isCode(last + 1)) {
          name.put(Role.OTHER, "", i, last);
        }
      }
    }
  }

  private boolean isCode(int i) {
    return name.isRole(i, Role.SEASON) || name.isRole(i, Role.EPISODE);
  }

  private boolean isNumbered() {
    for (int i = 0; i < name.size(); i++) {
      Role role = name.role(i);
      if (role == Role.EPISODE || role == Role.DATE || role == Role.SEASON) {
        return true;
      }
    }
    return false;
  }

  private boolean isNumber(int i) {
    int number = name.number(i);
    boolean unit = name.isGlued(i + 1) && !name.is(i + 1, "v") && !isEnd(i + 1) && !isOf(i + 1);
    return number >= 0
        && number <= LAST_EPISODE
        && name.token(i).length() <= 4
        && name.isFree(i)
        && !name.isGlued(i)
        && !unit;
  }

  private boolean isEnd(int i) {
    return name.is(i, "end") || name.is(i, "fin") || name.is(i, "完");
  }

  private boolean isEpisode(int i) {
    if (isOf(i + 1) && name.number(i + 2) >= name.number(i)) {
      return true;
    }
    if (name.gapHas(i, '#')) {
      return true;
    }
    if (i == 0) {
      return name.gapLengthIs(1, ". ") && name.token(0).length() == 3 && name.letters[0] == '0';
    }
    if (i == name.titleStart) {
      return false;
    }
    return name.isDash(i) && closes(i) || isBracketed(i) || name.fansub && isFansub(i);
  }

  private boolean isOf(int i) {
    return name.is(i, "of") && name.isGlued(i) && name.isGlued(i + 1);
  }

  /** Whether a number with a dash in front ends there too, and does not begin more of a title. */
  private boolean closes(int i) {
    int next = i + 1;
    if (next == name.size() || name.is(next, "v") && name.isGlued(next)) {
      return true;
    }
    boolean sign =
        name.gapLength(next) > 1 && !name.isGap(next, ". ")
            || name.isGap(next, "-")
            || name.isGap(next, "~");
    boolean padded = name.letters[name.token(i).start] == '0' && name.token(i).length() > 1;
    return sign || padded || name.isCertain(next) || isEnd(next) || isFraction(next);
  }

  private boolean isFraction(int i) {
    return name.isGap(i, ".") && name.number(i) >= 0 && name.token(i).length() == 1;
  }

  private boolean isBracketed(int i) {
    Bracket bracket = name.bracket(i);
    if (bracket.first != i
        || !name.fansub
            && bracket.isOutermost()
            && bracket.last == i + 1
            && name.letters[bracket.open] != '[') {
      return false;
    }
    boolean only = bracket.last == i + 1;
    boolean range =
        bracket.last == i + 2 && name.number(i + 1) > name.number(i) && name.token(i).length() > 1;
    range |= bracket.last == i + 3 && name.number(i + 1) > name.number(i) && isEnd(i + 2);
    boolean end = bracket.last == i + 2 && (isEnd(i + 1) || name.is(i + 1, "话"));
    boolean version = bracket.last == i + 3 && name.is(i + 1, "v");
    return only && name.token(i).length() > 1 || range || end || version;
  }

  /** With a group in front, a number before brackets or technical words counts without a dash. */
  private boolean isFansub(int i) {
    int next = i + 1;
    boolean last = next == name.size() || name.isRole(next, Role.CONTAINER);
    boolean before =
        last
            || name.isCertain(next)
            || name.gapHas(next, '[')
            || name.gapHas(next, '(')
            || name.is(next, "v") && name.isGlued(next);
    boolean padded = name.letters[name.token(i).start] == '0';
    boolean long_ = name.token(i).length() > 1;
    return name.bracket(i).isWhole() && long_ && (before || padded) && !name.isGap(i, "-");
  }

  private void put(int first, int number) {
    EpisodeList list = new EpisodeList(name, new Ranges());
    int end = list.read(number);
    if (end < name.size() && isFraction(end) && !name.isDash(end)) {
      end++;
    }
    if (name.isRole(end, Role.OF) || isOf(end)) {
      end = Math.min(name.size(), end + 2);
    }
    name.put(Role.EPISODE, list.toString(), first, end - 1);
    if (first == 0) {
      name.titleStart = end;
    }
  }

  /** Such as show.501.hdtv, an older habit: the first episode of the fifth season. */
  private boolean isSceneNumber(int i) {
    boolean tv =
        name.isRole(i + 1, Role.SOURCE)
            && name.isCertain(i + 1)
            && name.token(i + 1).mark.value.endsWith("TV");
    return i > name.titleStart
        && tv
        && name.number(i) > 0
        && name.isFree(i)
        && !name.isGlued(i)
        && !name.isGlued(i + 1)
        && name.token(i).length() <= 4
        && (name.number(i) < 1900 || name.number(i) > 2100)
        && name.token(i).length() >= 3
        && name.number(i) % 100 > 0
        && name.gapLength1(i);
  }

  private void sceneNumber(int i) {
    int first = i;
    int number = name.number(i);
    Ranges episodes = new Ranges();
    boolean two =
        isNumber(i - 1) && name.number(i - 1) / 100 == number / 100 && name.number(i - 1) < number;
    if (two) {
      first = i - 1;
      episodes.add(name.number(first) % 100);
    }
    episodes.add(number % 100);
    Mark season = name.put(Role.SEASON, Integer.toString(number / 100), first, i);
    name.more.add(new Mark(Role.EPISODE, episodes.toString(), season.first, season.last, false));
  }
}
