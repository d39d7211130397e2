package org.betor.api.name;

/** Decides which of the words before the boundary are the title, and writes it. */
final class Titles {
  private final Reading name;

  Titles(Reading name) {
    this.name = name;
  }

  /**
   * Before the boundary is known: skips titles in other scripts that stand before one in Latin
   * letters, as in "Друзья / Friends / Сезон: 1".
   */
  void readStart() {
    skipSlogan();
    if (isInBrackets(name.titleStart)) {
      startInBrackets();
    }
    int start = name.titleStart;
    Bracket own = name.titleBracket();
    boolean latin = false;
    for (int i = start; i < name.size(); i++) {
      boolean slash = i > start && name.bracket(i) == own && isSlash(i);
      if (slash && !latin && hasLatin(i)) {
        name.titleStart = i;
        name.alternatives = true;
      }
      if (i >= own.last || (name.isCertain(i) && !slash && latin)) {
        return;
      }
      latin |= isLatin(i);
    }
  }

  /** Fan groups of some countries put a slogan before the brackets with the title. */
  private void skipSlogan() {
    int i = name.titleStart;
    boolean foreign = false;
    while (name.fansub && i < name.size() && name.bracket(i).isWhole() && !isLatin(i)) {
      foreign |= Letters.isIdeograph(name.letters[name.token(i).start]);
      i++;
    }
    if (foreign && isInBrackets(i) && hasLatinWithin(name.bracket(i))) {
      name.titleStart = i;
    }
  }

  private boolean isSlash(int i) {
    return name.gapHas(i, '/') || name.gapHas(i, '|') || name.gapHas(i, '\u00b7');
  }

  /** Whether a title in Latin letters starts here, and goes up to the next slash. */
  private boolean hasLatin(int from) {
    Bracket own = name.bracket(from);
    for (int i = from; i < name.size() && i < from + 20; i++) {
      if ((i > from && name.bracket(i) == own && name.gapHas(i, '/')) || name.isCertain(i)) {
        return false;
      }
      if (isLatin(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isLatin(int i) {
    return Letters.isLatin(name.letters[name.token(i).start])
        && !name.isCertain(i)
        && name.bracket(i) == name.bracket(name.titleStart);
  }

  private boolean isInBrackets(int i) {
    Bracket bracket = name.bracket(i);
    return name.fansub && bracket.first == i;
  }

  /** Everything is in brackets: of the first ones without marks, those in Latin letters. */
  private void startInBrackets() {
    int i = name.titleStart;
    int chosen = -1;
    while (i < name.size() && isInBrackets(i) && !name.isCertain(i)) {
      Bracket bracket = name.bracket(i);
      boolean latin = hasLatinWithin(bracket);
      boolean known = name.mark(i).last == bracket.last - 1;
      if ((latin && !known) || (chosen < 0 && !known)) {
        chosen = i;
      }
      if (latin && !known) {
        break;
      }
      i = bracket.last;
    }
    name.titleStart = chosen < 0 ? name.titleStart : chosen;
    skipOtherScript(name.bracket(name.titleStart));
  }

  /** Within brackets, a low line may stand between the titles: "节目_Show Name". */
  private void skipOtherScript(Bracket bracket) {
    boolean foreign = Letters.isIdeograph(name.letters[name.token(name.titleStart).start]);
    for (int i = name.titleStart + 1; foreign && i < bracket.last; i++) {
      if (name.gapHas(i, '_') && Letters.isLatin(name.letters[name.token(i).start])) {
        name.titleStart = i;
        return;
      }
    }
  }

  private boolean hasLatinWithin(Bracket bracket) {
    for (int i = bracket.first; i < bracket.last; i++) {
      if (Letters.isLatin(name.letters[name.token(i).start])) {
        return true;
      }
    }
    return false;
  }

  /** The title as it is written, with blanks for what stood for them. */
  String title() {
    int start = name.titleStart;
    int end = name.titleEnd;
    if (end <= start) {
      return "";
    }
    return clean(name.token(start).start, through(end));
  }

  /** The end of the title's last token, with the brackets and signs that belong to it. */
  int through(int end) {
    int at = name.token(end - 1).end;
    int limit = end < name.size() ? name.token(end).start : name.text.length();
    Bracket bracket = name.bracket(end - 1);
    if (bracket != name.bracket(name.titleStart) && bracket.last == end && bracket.close < limit) {
      at = bracket.close + 1;
    }
    while (at < limit && (name.text.charAt(at) == '!' || name.text.charAt(at) == '?')) {
      at++;
    }
    return at;
  }

  String clean(int from, int to) {
    String text = name.text;
    boolean blanks = hasBlank(from, to);
    StringBuilder title = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char letter = text.charAt(i);
      boolean blank =
          Character.isWhitespace(letter)
              || letter == '_'
              || letter == '\u00a0'
              || (letter == '.' && !blanks && !isAcronym(i, from, to));
      if (!blank && !Character.isISOControl(letter)) {
        title.append(letter);
      } else if (!title.isEmpty() && title.charAt(title.length() - 1) != ' ') {
        title.append(' ');
      }
    }
    return title.toString().strip();
  }

  private boolean hasBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (name.letters[i] == ' ') {
        return true;
      }
    }
    return false;
  }

  /** Whether a dot is one of S.H.I.E.L.D. */
  private boolean isAcronym(int dot, int from, int to) {
    return isSingle(dot - 1, from, to)
        && (isSingle(dot + 1, from, to)
            || (isSingle(dot - 3, from, to) && name.letters[dot - 2] == '.'));
  }

  private boolean isSingle(int at, int from, int to) {
    return at >= from
        && at < to
        && Letters.isLatin(name.letters[at])
        && (at == from || !Letters.isWord(name.letters[at - 1]))
        && (at + 1 >= to || !Letters.isWord(name.letters[at + 1]));
  }
}
