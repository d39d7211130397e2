package org.betor.api.name;

import java.util.ArrayList;
import java.util.List;

/** A name as it is being read: its tokens, and what each was read as so far. */
final class Reading {
  final String text;

  /** The name's letters without case and accents, at the same places. */
  final char[] letters;

  /** The index of the first token of the title. */
  int titleStart;

  /** The index after the last token of the title. */
  int titleEnd;

  /** Whether it has the mark of a Brazilian site. */
  boolean brazilian;

  /** Whether there are several titles, with slashes between. */
  boolean alternatives;

  /** Whether the name starts as fan groups write: with the group in brackets. */
  boolean fansub;

  /** What tokens are read as besides their marks. */
  final List<Mark> more = new ArrayList<>(2);

  private final Token[] tokens;

  /** What stands for brackets around all of it. */
  final Bracket whole;

  Reading(String text) {
    this.text = text;
    this.letters = Letters.folded(text);
    List<Token> found = new ArrayList<>(4 + text.length() / 4);
    this.whole = new Tokenizer(text, letters, found).run();
    this.tokens = found.toArray(new Token[0]);
    this.titleEnd = tokens.length;
  }

  int size() {
    return tokens.length;
  }

  Token token(int index) {
    return tokens[index];
  }

  Mark mark(int index) {
    return index < 0 || index >= tokens.length ? Mark.NONE : tokens[index].mark;
  }

  /** The role of a token; {@link Role#NONE} if it was not read yet or is not there. */
  Role role(int index) {
    return mark(index).role;
  }

  boolean isRole(int index, Role role) {
    return role(index) == role;
  }

  boolean isFree(int index) {
    return index >= 0 && index < tokens.length && tokens[index].mark == Mark.NONE;
  }

  /** Whether a token is read as something that no title has. */
  boolean isCertain(int index) {
    return !mark(index).doubtful;
  }

  /** Reads tokens as one thing, whatever they were read as before. */
  Mark put(Role role, String value, int first, int last) {
    Mark mark = new Mark(role, value, first, last, false);
    put(mark);
    return mark;
  }

  void put(Mark mark) {
    for (int i = mark.first; i <= mark.last; i++) {
      erase(i);
      tokens[i].mark = mark;
    }
  }

  /** Forgets what a token, and with it its neighbours, was read as. */
  void erase(int index) {
    Mark mark = tokens[index].mark;
    if (mark != Mark.NONE) {
      for (int i = mark.first; i <= mark.last; i++) {
        if (tokens[i].mark == mark) {
          tokens[i].mark = Mark.NONE;
        }
      }
    }
  }

  /** Whether nothing stands before a token but its neighbour. */
  boolean isGlued(int index) {
    return index > 0 && index < tokens.length && gapLength(index) == 0;
  }

  int gapLength(int index) {
    return tokens[index].start - tokens[index - 1].end;
  }

  /** Whether what stands before a token is exactly this. */
  boolean isGap(int index, String gap) {
    if (index < 1 || index >= tokens.length || gapLength(index) != gap.length()) {
      return false;
    }
    int at = tokens[index - 1].end;
    for (int i = 0; i < gap.length(); i++) {
      if (letters[at + i] != gap.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a letter is in what stands before a token. */
  boolean gapHas(int index, char letter) {
    if (index >= tokens.length) {
      return false;
    }
    int from = index == 0 ? 0 : tokens[index - 1].end;
    for (int i = tokens[index].start - 1; i >= from; i--) {
      if (letters[i] == letter) {
        return true;
      }
    }
    return false;
  }

  /** Whether only one blank, dot or underscore, or nothing, stands before a token. */
  boolean isNear(int index) {
    if (index < 1 || index >= tokens.length || gapLength(index) > 1) {
      return false;
    }
    char gap = letters[tokens[index].start - 1];
    return gapLength(index) == 0 || gap == ' ' || gap == '.' || gap == '_';
  }

  /** Whether one blank, dot, hyphen or underscore stands before a token. */
  boolean isOneSign(int index) {
    return index > 0 && index < tokens.length && gapLength(index) == 1 && isJoin(index);
  }

  /** Whether at most one of these stands before a token. */
  boolean isClose(int index) {
    return isGlued(index) || isOneSign(index);
  }

  private boolean isJoin(int index) {
    char gap = letters[tokens[index].start - 1];
    return gap == ' ' || gap == '.' || gap == '-' || gap == '_' || gap == ',';
  }

  /** Whether a hyphen with blanks, or what stands for blanks, on both sides is before a token. */
  boolean isDash(int index) {
    if (index < 1 || index >= tokens.length || gapLength(index) < 3 || !gapHas(index, '-')) {
      return false;
    }
    for (int i = tokens[index - 1].end + 1; i < tokens[index].start - 1; i++) {
      if (letters[i] == '-' && isBlank(i - 1) && isBlank(i + 1)) {
        return true;
      }
    }
    return false;
  }

  boolean isBlank(int at) {
    return letters[at] == ' ' || letters[at] == '_' || letters[at] == '.';
  }

  /** Whether a token is this word; without case and accents. */
  boolean is(int index, String word) {
    if (index < 0 || index >= tokens.length) {
      return false;
    }
    Token token = tokens[index];
    if (token.length() != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (letters[token.start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The number that a token is, or -1 if it is none or too long. */
  int number(int index) {
    return index < 0 || index >= tokens.length ? -1 : tokens[index].value;
  }

  boolean isCapitals(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The innermost brackets around a token, if only those of the whole name. */
  Bracket bracket(int index) {
    return index < 0 || index >= tokens.length ? whole : tokens[index].bracket;
  }

  /** The brackets that the title is in, as some fan groups write. */
  Bracket titleBracket() {
    return fansub ? bracket(titleStart) : whole;
  }

  String text(int first, int last) {
    return text.substring(tokens[first].start, tokens[last].end);
  }
}
