package org.betor.api.name;

import java.util.List;

/** Cuts a name into tokens, and finds the brackets around them. */
final class Tokenizer {
  /** As many as a date has. */
  private static final int MOST_DIGITS = 8;

  private final String text;
  private final char[] letters;
  private final List<Token> tokens;
  private final Bracket whole;
  private Bracket within;

  Tokenizer(String text, char[] letters, List<Token> tokens) {
    this.text = text;
    this.letters = letters;
    this.tokens = tokens;
    this.whole = Bracket.whole(letters.length);
    this.within = whole;
  }

  /** Fills the list; the brackets that stand for the whole name. */
  Bracket run() {
    for (int at = 0; at < letters.length; ) {
      if (Letters.isWord(letters[at])) {
        at = token(at);
      } else {
        bracket(letters[at], at);
        at++;
      }
    }
    while (!within.isWhole()) {
      close(letters.length);
    }
    whole.last = tokens.size();
    return whole;
  }

  private int token(int start) {
    boolean number = Letters.isDigit(letters[start]);
    boolean alone = Letters.isIdeograph(letters[start]);
    int end = start + 1;
    while (!alone && end < letters.length && belongs(end, number)) {
      end++;
    }
    while (letters[end - 1] == Letters.NOTHING) {
      end--;
    }
    int cut = number || alone ? end : isTimes(start, end) ? start + 1 : cut(start, end);
    tokens.add(new Token(start, cut, number, number ? value(start, end) : -1, within));
    if (cut < end) {
      tokens.add(new Token(cut, end, false, -1, within));
    }
    return end;
  }

  private int value(int start, int end) {
    if (end - start > MOST_DIGITS) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      value = value * 10 + letters[i] - '0';
    }
    return value;
  }

  /** Whether letters start with the sign of multiplication: 2xFLAC. */
  private boolean isTimes(int start, int end) {
    return letters[start] == 'x'
        && end - start > 2
        && start > 0
        && Letters.isDigit(letters[start - 1]);
  }

  private boolean belongs(int at, boolean number) {
    char letter = letters[at];
    if (number) {
      return Letters.isDigit(letter);
    }
    return letter == Letters.NOTHING
        || (Letters.isWord(letter) && !Letters.isDigit(letter) && !Letters.isIdeograph(letter));
  }

  /** Where words end that stand glued to what has a number: {@code HDTVx264, TitleS01}. */
  private int cut(int start, int end) {
    if (end - start < 2 || end == letters.length || !Letters.isDigit(letters[end])) {
      return end;
    }
    char last = letters[end - 1];
    boolean codec = (last == 'x' || last == 'h') && startsCodec(end);
    boolean season = text.charAt(end - 1) == 'S' && Character.isLowerCase(text.charAt(end - 2));
    return codec || season ? end - 1 : end;
  }

  private boolean startsCodec(int at) {
    return at + 3 <= letters.length
        && letters[at] == '2'
        && letters[at + 1] == '6'
        && (letters[at + 2] == '4' || letters[at + 2] == '5');
  }

  private void bracket(char letter, int at) {
    if (letter == '(' || letter == '[' || letter == '{') {
      within = new Bracket(at, within, tokens.size());
    } else if ((letter == ')' || letter == ']' || letter == '}') && !within.isWhole()) {
      close(at);
    }
  }

  private void close(int at) {
    within.close = at;
    within.last = tokens.size();
    if (within.outer != null) {
      within = within.outer;
    }
  }
}
