package org.betor.api.name;

/** Letters or digits without anything between them: {@code S01E02} is four of these. */
final class Token {
  final int start;
  final int end;

  /** Whether it is made of digits. */
  final boolean number;

  /** The innermost brackets around it, if only those of the whole name. */
  final Bracket bracket;

  /** What it was read as, alone or with its neighbours. */
  Mark mark = Mark.NONE;

  Token(int start, int end, boolean number, Bracket bracket) {
    this.start = start;
    this.end = end;
    this.number = number;
    this.bracket = bracket;
  }

  int length() {
    return end - start;
  }
}
