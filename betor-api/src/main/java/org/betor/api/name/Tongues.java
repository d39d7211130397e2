package org.betor.api.name;

/**
 * Decides which languages are spoken, and which are those of the subtitles. On Brazilian sites,
 * Portuguese is that of Brazil, and dual means that and another language.
 */
final class Tongues {
  private static final String BRAZILIAN = "pt-BR";
  private static final String UNKNOWN = "und";

  private final Reading name;

  Tongues(Reading name) {
    this.name = name;
  }

  void read() {
    for (int i = 0; i < name.size(); i++) {
      Mark mark = name.mark(i);
      if (mark.role == Role.SUBTITLED && mark.first == i && !mark.doubtful) {
        subtitled(mark);
      }
    }
    if (isBrazilian()) {
      brazilian();
    }
  }

  /** The languages behind the word are those of the subtitles, or else those before it. */
  private void subtitled(Mark word) {
    if (word.last > word.first && isLanguage(word.last + 1) && name.is(word.last, "sub")) {
      name.put(Role.LANGUAGE, word.value, word.first, word.last - 1); // "ita eng sub ita eng"
      turn(word.last + 1, 1);
      return;
    }
    if (word.last > word.first && name.is(word.first, "sub")) {
      turn(word.last + 1, 1); // "sub ita eng"
      name.put(Role.SUBTITLES, word.value, word.first, word.last);
      return;
    }
    int turned = 0;
    name.brazilian |= word.value.equals(BRAZILIAN);
    if (word.value.isEmpty() || word.value.equals(BRAZILIAN)) {
      turned = turn(word.last + 1, 1);
    }
    if (word.value.isEmpty() && turned == 0 && !name.gapHas(word.first, '+') && !isMulti(word)) {
      turned = turn(word.first - 1, -1);
    }
    String language = word.value.isEmpty() ? UNKNOWN : word.value;
    name.put(
        turned > 0 ? Role.OTHER : Role.SUBTITLES,
        turned > 0 ? "" : language,
        word.first,
        word.last);
  }

  private boolean isMulti(Mark word) {
    return name.letters[name.token(word.first).start] == 'm';
  }

  /** Turns the languages from a token on into those of the subtitles; how many there are. */
  private int turn(int from, int step) {
    int turned = 0;
    int i = name.isRole(from, Role.AND) ? from + step : from;
    while (isLanguage(i) && isBeside(i, step)) {
      Mark mark = name.mark(i);
      name.put(Role.SUBTITLES, mark.value, mark.first, mark.last);
      turned++;
      i = step > 0 ? mark.last + 1 : mark.first - 1;
      i += name.isRole(i, Role.AND) && isLanguage(i + step) ? step : 0;
    }
    return turned;
  }

  private boolean isLanguage(int i) {
    return name.isRole(i, Role.LANGUAGE) && name.isCertain(i);
  }

  private boolean isBeside(int i, int step) {
    int gap = step > 0 ? i : i + 1;
    boolean apart = name.gapHas(gap, '|') || name.gapHas(gap, '[') || name.gapHas(gap, ']');
    return gap < name.size() && name.gapLength(gap) <= 3 && !apart;
  }

  private boolean isBrazilian() {
    boolean brazilian = name.brazilian;
    for (int i = 0; i < name.size(); i++) {
      Mark mark = name.mark(i);
      if (!mark.doubtful && mark.first == i) {
        if (mark.value.startsWith("es") && mark.role == Role.LANGUAGE) {
          return false;
        }
        brazilian |= mark.value.equals(BRAZILIAN) || isPortuguese(mark);
      }
    }
    return brazilian;
  }

  /** Whether a mark is written as Portuguese alone does. */
  private boolean isPortuguese(Mark mark) {
    return switch (mark.role) {
      case SEASON -> hasPortuguese(mark);
      case DUAL ->
          hasPortuguese(mark) || (isDual(mark) && name.isRole(mark.last + 1, Role.CHANNELS));
      case LANGUAGE -> mark.value.equals("pt") && name.is(mark.first, "portugues");
      default -> false;
    };
  }

  private boolean hasPortuguese(Mark mark) {
    for (int i = mark.first; i <= mark.last; i++) {
      boolean season = name.is(i, "temp") || name.is(i, "temporada") || name.is(i, "temporadas");
      boolean audio =
          name.is(i, "audio")
              && name.text.charAt(name.token(i).start) != 'a'
              && name.text.charAt(name.token(i).start) != 'A';
      if ((season && isOrdinal(mark)) || audio) {
        return true;
      }
    }
    return false;
  }

  private boolean isOrdinal(Mark mark) {
    return name.token(mark.first).number;
  }

  private void brazilian() {
    boolean others = false;
    boolean portuguese = false;
    Mark dual = Mark.NONE;
    for (int i = 0; i < name.size(); i++) {
      Mark mark = name.mark(i);
      if (mark.first != i || mark.doubtful) {
        continue;
      }
      if (mark.role == Role.LANGUAGE && mark.value.equals("pt")) {
        mark = name.put(Role.LANGUAGE, BRAZILIAN, mark.first, mark.last);
      } else if (mark.role == Role.DUBBED && mark.value.isEmpty()) {
        mark = name.put(Role.DUBBED, BRAZILIAN, mark.first, mark.last);
      } else if (mark.role == Role.SUBTITLES && mark.value.equals("pt")) {
        name.put(Role.SUBTITLES, BRAZILIAN, mark.first, mark.last);
      }
      boolean spoken = mark.role == Role.LANGUAGE || mark.role == Role.DUBBED;
      portuguese |= spoken && mark.value.equals(BRAZILIAN);
      others |= spoken && !mark.value.isEmpty() && !mark.value.equals(BRAZILIAN);
      dual = isDual(mark) ? mark : dual;
    }
    if (dual != Mark.NONE) {
      addBoth(dual, portuguese, others);
    }
  }

  private boolean isDual(Mark mark) {
    return mark.value.equals("Dual") && mark.role == Role.DUAL;
  }

  private void addBoth(Mark dual, boolean portuguese, boolean others) {
    if (!portuguese) {
      name.more.add(new Mark(Role.LANGUAGE, BRAZILIAN, dual.first, dual.last, false));
    }
    if (!others) {
      name.more.add(new Mark(Role.LANGUAGE, UNKNOWN, dual.first, dual.last, false));
    }
  }
}
