package org.betor.api.name;

/** Letters or digits without anything between them: {@code S01E02} is four of these. */
final class Token {
  final int start;
  final int end;

  /** Whether it is made of digits. */
  final boolean number;

  /** The number that it is, or -1 if it is none or too long. */
  final int value;

  /** The innermost brackets around it, if only those of the whole name. */
  final Bracket bracket;

  /** What it was read as, alone or with its neighbours. */
  Mark mark = Mark.NONE;

  Token(int start, int end, boolean number, int value, Bracket bracket) {
    this.start = start;
    this.end = end;
    this.number = number;
    this.value = value;
    this.bracket = bracket;
  }

  int length() {
    return end - start;
  }
}
