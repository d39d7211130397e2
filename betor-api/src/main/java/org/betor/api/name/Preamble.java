package org.betor.api.name;

/** Finds where the title starts: behind brackets full of marks, dates of files and slogans. */
final class Preamble {
  private final Reading name;

  Preamble(Reading name) {
    this.name = name;
  }

  /** Takes the title to start behind brackets full of marks, and behind a file's date. */
  void skip() {
    int start = name.titleStart;
    Bracket bracket = name.bracket(start);
    boolean known = bracket.first == start && isKnown(bracket);
    int end = known ? bracket.last : start;
    for (int i = start; i < end; i++) {
      name.mark(i).trust();
    }
    boolean date = name.isRole(end, Role.DATE) && name.token(end).length() > 4;
    end += date ? 1 : 0;
    if (end > start && end < name.size()) {
      name.titleStart = end;
    }
    while (isPreamble(name.titleStart)) {
      name.titleStart = name.mark(name.titleStart).last + 1;
    }
    if (name.role(name.titleStart).isTechnical()) {
      name.erase(name.titleStart); // such as "8 Bit Christmas"
    }
  }

  private boolean isKnown(Bracket bracket) {
    boolean certain = false;
    for (int i = bracket.first; i < bracket.last; i++) {
      if (name.isFree(i)) {
        return false;
      }
      certain |= name.isCertain(i);
    }
    return certain;
  }

  /** Such as "Baixar Sintel" or "Trilogia Sintel"; told as long as a title follows. */
  private boolean isPreamble(int i) {
    Mark mark = name.mark(i);
    boolean noise = mark.role == Role.NOISE || mark.value.equals("Collection");
    boolean preamble =
        noise && mark.doubtful && name.isFree(mark.last + 1) && name.gapLength(mark.last + 1) == 1;
    if (preamble) {
      mark.trust();
    }
    return preamble;
  }
}
