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
      ownCount();
      return;
    }
    for (int i = name.titleStart; i < name.size(); i++) {
      if (isNumber(i) && isEpisode(i)) {
        episodes(i);
        return;
      }
      if (SceneNumber.isAt(name, i)) {
        SceneNumber.read(name, i);
        return;
      }
    }
  }

  private boolean isNumbered() {
    for (int i = 0; i < name.size(); i++) {
      if (isCode(i) || (name.isRole(i, Role.DATE) && i > 0)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCode(int i) {
    return name.isRole(i, Role.SEASON) || name.isRole(i, Role.EPISODE);
  }

  /** A fan group's own count before the code of the episode: "Show - 12 (S01E12)". */
  private void ownCount() {
    for (int i = name.titleStart + 1; name.fansub && i < name.size() && !isCode(i); i++) {
      int last = isFraction(i + 1) ? i + 1 : i;
      boolean count = isNumber(i) && name.number(i) > 0 && name.token(i).length() > 1;
      if (count && isCode(last + 1) && (name.isDash(i) || isEpisodeToo(last + 1))) {
        name.put(Role.OTHER, "", i, last);
      }
    }
  }

  /** Whether a code tells an episode by itself, as "S2 - 05" does not. */
  private boolean isEpisodeToo(int code) {
    int behind = name.mark(code).last + 1;
    return name.isRole(code, Role.EPISODE)
        || (name.isRole(behind, Role.EPISODE) && name.isGlued(behind));
  }

  private boolean isNumber(int i) {
    int number = name.number(i);
    boolean behind = isVersion(i + 1) || isEnd(i + 1) || isOf(i + 1) || isHalf(i + 1);
    return number >= 0
        && number <= LAST_EPISODE
        && name.token(i).length() <= 4
        && name.isFree(i)
        && !name.isGlued(i)
        && (behind || !name.isGlued(i + 1));
  }

  private boolean isVersion(int i) {
    return name.is(i, "v") && name.isGlued(i);
  }

  /** The letter of 107b, where a dash follows. */
  private boolean isHalf(int i) {
    return (name.is(i, "a") || name.is(i, "b")) && name.isGlued(i) && name.isDash(i + 1);
  }

  private boolean isEnd(int i) {
    return name.is(i, "end") || name.is(i, "fin") || name.is(i, "完") || name.is(i, "话");
  }

  private boolean isOf(int i) {
    boolean of = name.isRole(i, Role.OF) || name.is(i, "of") || name.is(i, "iz");
    return of && name.isNear(i) && name.isNear(i + 1) && isCount(name.number(i + 1));
  }

  private static boolean isCount(int number) {
    return number > 1 && number <= LAST_EPISODE;
  }

  private boolean isFraction(int i) {
    return name.isGap(i, ".") && name.number(i) >= 0 && name.token(i).length() == 1;
  }

  private boolean isEpisode(int i) {
    boolean count = isOf(i + 1) && name.number(i + 2) >= name.number(i);
    if (count || name.gapHas(i, '#')) {
      return true;
    }
    if (i == name.titleStart) {
      boolean apart = name.isGap(1, ". ") || name.isDash(1);
      return i == 0 && apart && name.token(0).length() == 3 && isPadded(0);
    }
    boolean subtitled = name.token(i).length() >= 3 && name.isRole(i + 1, Role.SUBTITLED);
    return subtitled
        || (name.isDash(i) && closes(i))
        || isBracketed(i)
        || isFansub(i)
        || isRange(i);
  }

  /** Such as 1-24 behind a title, where brackets or technical words follow. */
  private boolean isRange(int i) {
    int next = i + 2;
    boolean range =
        name.number(i) > 0
            && name.number(i + 1) > name.number(i)
            && (name.isGap(i + 1, "-") || name.isGap(i + 1, "~"));
    boolean end =
        next < name.size()
            && (name.gapHas(next, '[') || name.gapHas(next, '(') || name.isRole(next, Role.DUAL));
    return range && end && name.isNear(i) && !name.isGlued(i) && name.token(i + 1).length() > 1;
  }

  /** Whether a number with a dash in front ends there too, and does not begin more of a title. */
  private boolean closes(int i) {
    int next = i + 1;
    if (next == name.size() || isVersion(next) || isEnd(next) || isFraction(next) || isHalf(next)) {
      return true;
    }
    boolean apart = name.gapLength(next) > 1 && !name.isGap(next, ". ");
    boolean range = name.isGap(next, "-") || name.isGap(next, "~");
    return apart || range || isPadded(i) || name.isCertain(next) || isRemark(next);
  }

  /** Whether a word follows on the number that titles do not start with: "- 14 OVA". */
  private boolean isRemark(int i) {
    return switch (name.role(i)) {
      case OTHER, SUBTITLED, DUAL, DUBBED -> true;
      default -> false;
    };
  }

  private boolean isPadded(int i) {
    return name.letters[name.token(i).start] == '0' && name.token(i).length() > 1;
  }

  /** Such as [05], [05v2], [12END] or (01-25), with nothing else in the brackets. */
  private boolean isBracketed(int i) {
    Bracket bracket = name.bracket(i);
    int words = bracket.last - i;
    if (bracket.first != i || words > 3) {
      return false;
    }
    boolean square = name.letters[bracket.open] != '(';
    boolean several = name.token(i).length() > 1;
    boolean range = words > 1 && several && name.number(i + 1) > name.number(i);
    boolean ends = words == 2 || isEnd(i + 2);
    return (words == 1 && several && (square || name.fansub))
        || (range && ends)
        || (words == 2 && isEnd(i + 1))
        || (words == 3 && isVersion(i + 1));
  }

  /** With a group in front, a number before brackets or technical words counts without a dash. */
  private boolean isFansub(int i) {
    int next = i + 1;
    boolean glued = name.isGap(i, "-") && !name.gapHas(next, '[');
    if (isPadded(i) && name.bracket(i).isWhole() && name.isNear(i) && name.isGap(next, " [")) {
      return true;
    }
    if (!name.fansub || !name.bracket(i).isWhole() || glued) {
      return false;
    }
    boolean before =
        next == name.size()
            || name.isCertain(next)
            || name.isRole(next, Role.SUBTITLED)
            || name.gapHas(next, '[')
            || name.gapHas(next, '(')
            || isVersion(next);
    return name.token(i).length() > 1 && (before || isPadded(i));
  }

  private void episodes(int first) {
    EpisodeList list = new EpisodeList(name, new Ranges());
    int end = list.read(first);
    end += isFraction(end) && !name.isDash(end) ? 1 : 0;
    name.put(Role.EPISODE, list.toString(), first, end - 1);
    if (first == 0) {
      name.titleStart = end;
    }
  }
}
