package org.betor.api.name;

/** Reads a list of seasons from the second one on: S01-S03, S01.S02, S01-03, S01 02 03. */
final class SeasonList {
  private final Reading name;
  private final CodeShapes shapes;
  private final Ranges seasons;

  SeasonList(Reading name, CodeShapes shapes, Ranges seasons) {
    this.name = name;
    this.shapes = shapes;
    this.seasons = seasons;
  }

  /** Reads on behind the first season; the index after the list. */
  int read(int from) {
    int next = from;
    while (next < name.size()) {
      int at = next + word(next);
      if (isCoded(at)) {
        add(name.number(at + 1), isRange(next));
        next = at + 2;
      } else if (isNextOfList(next)) {
        seasons.add(name.number(next));
        next++;
      } else if (name.isGap(next, "-") && isBareSeason(next)) {
        seasons.addUpTo(name.number(next));
        next++;
      } else {
        return next;
      }
    }
    return next;
  }

  /** Whether a season with its letter stands here, and no episode of it behind. */
  private boolean isCoded(int i) {
    int behind = i + 2;
    return shapes.isSeason(i)
        && name.number(i + 1) <= CodeShapes.LAST_SEASON
        && !(shapes.isEpisode(behind) && (name.isGlued(behind) || isBlank(behind)));
  }

  private boolean isBlank(int i) {
    return name.isGap(i, ".") || name.isGap(i, " ");
  }

  private boolean isRange(int i) {
    return name.isGap(i, "-")
        || name.isGap(i, "~")
        || name.isRole(i, Role.TO)
        || (name.isDash(i) && word(i) == 0);
  }

  /** One if a word such as "to" or "and" stands here. */
  private int word(int i) {
    return name.isRole(i, Role.TO) || name.isRole(i, Role.AND) ? 1 : 0;
  }

  /** Such as S01 02 03, of which two numbers would be season and episode. */
  private boolean isNextOfList(int i) {
    boolean next =
        name.isGap(i, " ") && name.number(i) == seasons.last() + 1 && name.token(i).length() == 2;
    boolean more = name.isGap(i + 1, " ") && name.number(i + 1) == seasons.last() + 2;
    return next && (more || seasons.isList()) && name.isFree(i) && !shapes.hasUnit(i);
  }

  private boolean isBareSeason(int i) {
    int number = name.number(i);
    return number > seasons.last()
        && name.token(i).length() <= 2
        && name.isFree(i)
        && !shapes.hasUnit(i);
  }

  private void add(int number, boolean range) {
    if (range) {
      seasons.addUpTo(number);
    } else {
      seasons.add(number);
    }
  }
}
