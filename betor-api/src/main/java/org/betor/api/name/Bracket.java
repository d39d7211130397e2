package org.betor.api.name;

import org.jspecify.annotations.Nullable;

/** A pair of brackets and the tokens within; what is not closed ends with the name. */
final class Bracket {
  final int open;

  /** The brackets around these, or null around the whole name. */
  final @Nullable Bracket outer;

  /** The index of the first token within. */
  final int first;

  /** The index after the last token within. */
  int last;

  /** The index of the closing bracket, or the name's length. */
  int close;

  Bracket(int open, @Nullable Bracket outer, int first) {
    this.open = open;
    this.outer = outer;
    this.first = first;
  }

  /** The whole name, as if it stood in brackets; no token is its first. */
  static Bracket whole(int length) {
    Bracket whole = new Bracket(-1, null, -1);
    whole.close = length;
    return whole;
  }

  boolean isWhole() {
    return outer == null;
  }

  /** Whether only the whole name is around these. */
  boolean isOutermost() {
    return outer != null && outer.outer == null;
  }

  /** The outermost of real brackets around these. */
  Bracket outermost() {
    Bracket bracket = this;
    while (bracket.outer != null && bracket.outer.outer != null) {
      bracket = bracket.outer;
    }
    return bracket;
  }
}
