package org.betor.api.name;

/** Finds the numbers that belong to words such as "season": 1ª Temporada, Season 1, 5-й сезон. */
final class Ordinals {
  private static final int LAST = 99;
  private static final int MOST_DIGITS = 4;

  private final Reading name;

  Ordinals(Reading name) {
    this.name = name;
  }

  /** The number that a token is or spells. */
  int value(int i) {
    Mark mark = name.mark(i);
    return mark.role == Role.NUMBER || mark.role == Role.ROMAN
        ? Integer.parseInt(mark.value)
        : name.number(i);
  }

  /** The index of the number behind a word, or -1. */
  int behind(Mark word) {
    int i = word.last + 1;
    boolean near = i < name.size() && name.gapLength(i) <= 3;
    if (!near || !(name.bracket(i) == name.bracket(word.last) || isAloneInBrackets(i))) {
      return -1;
    }
    boolean roman = name.isRole(i, Role.ROMAN) && word.role == Role.SEASON_WORD;
    if (name.isRole(i, Role.NUMBER) || roman) {
      return i;
    }
    boolean number = name.number(i) >= 0 && name.token(i).length() <= MOST_DIGITS;
    if (!number || name.isDash(i) || isMeasure(i)) {
      return -1;
    }
    if (name.isRole(i, Role.CHANNELS)) {
      name.erase(i); // "Season 1.2.3" is no sound
    }
    return name.isFree(i) ? i : -1;
  }

  /** Such as Ep(01) and Ep(01-10). */
  private boolean isAloneInBrackets(int i) {
    Bracket bracket = name.bracket(i);
    return bracket.first == i && bracket.last <= i + 2;
  }

  private boolean isMeasure(int i) {
    boolean unit = name.is(i + 1, "p") || name.is(i + 1, "i") || name.is(i + 1, "x");
    return name.isGlued(i + 1) && (unit || isSuffix(i + 1));
  }

  /** The index of the number before a word, or -1. "3 Seasons" counts seasons, and names none. */
  int before(Mark word) {
    int i = word.first - 1;
    if (isSuffix(i)) {
      return i - 1;
    }
    if (name.isRole(i, Role.NUMBER) && !name.isDash(word.first)) {
      return i;
    }
    boolean near =
        name.isNear(word.first) || name.isGap(word.first, "-") || name.isGap(word.first, ". ");
    boolean plural = name.letters[name.token(word.last).end - 1] == 's';
    boolean bare = isSmall(i) && name.isFree(i) && (!name.isGlued(i) || name.is(i - 1, "第"));
    return near && !plural && bare ? i : -1;
  }

  /** Whether the number before a word is an ordinal, which belongs to the word for certain. */
  boolean isOrdinal(Mark word) {
    return isSuffix(word.first - 1);
  }

  /** The index of the number of an ordinal, or of a bare number, that ends here, or -1. */
  int endingAt(int i) {
    if (isSuffix(i)) {
      return i - 1;
    }
    return isSmall(i) && !name.isGlued(i) ? i : -1;
  }

  private boolean isSmall(int i) {
    return name.number(i) >= 0 && name.number(i) <= LAST;
  }

  private boolean isSuffix(int i) {
    boolean letters =
        name.is(i, "a")
            || name.is(i, "o")
            || name.is(i, "st")
            || name.is(i, "nd")
            || name.is(i, "rd")
            || name.is(i, "th")
            || name.is(i, "e")
            || name.is(i, "й")
            || name.is(i, "я")
            || name.is(i, "ая");
    boolean near = name.isGlued(i) || name.isGap(i, "-") || (name.isGap(i, " ") && name.is(i, "o"));
    return letters && near && isSmall(i - 1) && !name.isGlued(i - 1);
  }

  /** Whether a number stands within a word, as in Se7en, and so is none. */
  boolean isWithinWord(int number) {
    int next = number + 1;
    return name.isGlued(number)
        && name.isGlued(next)
        && name.isFree(next)
        && name.number(next) < 0
        && name.token(next).length() > 1;
  }
}
