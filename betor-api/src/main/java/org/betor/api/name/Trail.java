package org.betor.api.name;

/** What stands behind a release's name: the file's ending, marks of sites, checksums. */
final class Trail {
  private final Reading name;

  Trail(Reading name) {
    this.name = name;
  }

  /** The end of the name without its trail, of the part of it that ends here. */
  int before(int from) {
    int end = from;
    while (end > name.titleStart + 1) {
      Mark mark = name.mark(end - 1);
      if (isTrail(mark)) {
        end = mark.first;
      } else if (isCount(end - 1) || isRepostNumber(end - 1)) {
        end--;
      } else {
        return end;
      }
    }
    return end;
  }

  private boolean isTrail(Mark mark) {
    return switch (mark.role) {
      case CONTAINER, CRC, VERSION -> true;
      case SITE -> !name.bracket(mark.first).isWhole() || name.isGap(mark.first, " ");
      case SIZE -> !name.bracket(mark.first).isWhole();
      case REPOST -> name.gapHas(mark.first, '-') && !name.isCertain(mark.first - 1);
      default -> false;
    };
  }

  /** Such as the 02 that some hang on to their mark. */
  private boolean isRepostNumber(int i) {
    return name.isGlued(i) && name.number(i) >= 0 && name.isRole(i - 1, Role.REPOST);
  }

  /** Such as the 1 of GROUP-1. */
  private boolean isCount(int i) {
    return name.isFree(i)
        && name.number(i) >= 0
        && name.token(i).length() == 1
        && name.isGap(i, "-")
        && name.isFree(i - 1);
  }
}
