package org.betor.api.name;

/** Tells names that have no title, but only words of the trade: "BRRip 2160p UHD". */
final class TradeOnly {
  private final Reading name;

  TradeOnly(Reading name) {
    this.name = name;
  }

  boolean isTrue() {
    int marks = 0;
    boolean plain = false;
    for (int i = 0; i < name.size(); i++) {
      Mark mark = name.mark(i);
      if (!isTrade(mark)) {
        return false;
      }
      plain |= mark.role == Role.EDITION || (mark.role.isTechnical() && !mark.doubtful);
      marks += mark.first == i ? 1 : 0;
    }
    return marks > 1 && plain;
  }

  private static boolean isTrade(Mark mark) {
    return switch (mark.role) {
      case EDITION, CUT, PROPER, REPACK, LANGUAGE, SUBTITLED, DUAL, DUBBED -> true;
      default -> mark.role.isTechnical();
    };
  }
}
