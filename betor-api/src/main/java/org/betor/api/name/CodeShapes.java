package org.betor.api.name;

/** Tells where letters with their numbers stand: S01, T01E05, or S2018, a season that is a year. */
final class CodeShapes {
  static final int LAST_SEASON = 99;

  private static final int MOST_DIGITS = 5;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private final Reading name;

  CodeShapes(Reading name) {
    this.name = name;
  }

  /** Whether a letter with the number of a season stands here. */
  boolean isSeason(int i) {
    return (name.is(i, "s") || isTemporada(i) || isMisspelt(i))
        && (name.isGlued(i + 1) || isApart(i))
        && isNumber(name.number(i + 1))
        && endsSeason(i + 2)
        && !isGroup(i)
        && !isSetting(i)
        && (!name.isGlued(i) || name.text.charAt(name.token(i).start) == 'S');
  }

  /** S 01, with a blank. */
  private boolean isApart(int i) {
    boolean capital = name.text.charAt(name.token(i).start) == 'S';
    return capital
        && name.isGap(i + 1, " ")
        && name.token(i + 1).length() == 2
        && name.number(i + 1) < 10;
  }

  /** SO2E04, with a letter for the zero. */
  private boolean isMisspelt(int i) {
    return name.is(i, "so") && name.is(i + 2, "e") && name.token(i + 1).length() == 1;
  }

  /** T01E05, T1 E5 and "T02 Completa", as in Portuguese and Spanish; but not T2 alone. */
  private boolean isTemporada(int i) {
    return name.is(i, "t")
        && (name.is(i + 2, "e")
            || name.is(i + 2, "ep")
            || name.is(i + 2, "xe")
            || name.isRole(i + 2, Role.COMPLETE))
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

  /** Such as S97 in [2160p x265 S97 Joe], where encoders tell how they worked. */
  private boolean isSetting(int i) {
    Bracket bracket = name.bracket(i);
    return !bracket.isWhole()
        && i > bracket.first
        && name.isCertain(i - 1)
        && name.role(i - 1).isTechnical();
  }

  static boolean isNumber(int number) {
    return (number >= 0 && number <= LAST_SEASON) || (number >= FIRST_YEAR && number <= LAST_YEAR);
  }

  /** Whether a letter with the number of an episode stands here. */
  boolean isEpisode(int i) {
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

  /** Whether letters stand glued behind a number, as in 720p. */
  boolean hasUnit(int i) {
    return name.isGlued(i + 1) && !name.is(i + 1, "v");
  }
}
