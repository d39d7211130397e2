package org.betor.api.name;

/** Decides which languages are spoken, and which are those of the subtitles. */
final class Tongues {
  private final Reading name;

  Tongues(Reading name) {
    this.name = name;
  }

  void read() {
    for (int i = name.titleEnd; i < name.size(); i++) {
      Mark mark = name.mark(i);
      if (mark.role == Role.SUBTITLED && mark.first == i) {
        subtitled(mark);
      }
    }
  }

  /** The languages behind the word are those of the subtitles, or else those before it. */
  private void subtitled(Mark word) {
    if (!word.value.isEmpty()) {
      boolean other = word.value.equals("pt-BR") && turn(word.last + 1, 1) > 0;
      name.put(other ? Role.OTHER : Role.SUBTITLES, word.value, word.first, word.last);
      return;
    }
    int turned = turn(word.last + 1, 1);
    if (turned == 0 && !name.gapHas(word.first, '+') && !isMulti(word)) {
      turned = turn(word.first - 1, -1);
    }
    name.put(
        turned > 0 ? Role.OTHER : Role.SUBTITLES, turned > 0 ? "" : "und", word.first, word.last);
  }

  private boolean isMulti(Mark word) {
    return name.text(word.first, word.first).startsWith("m")
        || name.text(word.first, word.first).startsWith("M");
  }

  /** Turns the languages from a token on into those of the subtitles; how many there are. */
  private int turn(int from, int step) {
    int turned = 0;
    int i = from;
    while (isLanguage(i) && isBeside(i, step)) {
      Mark mark = name.token(i).mark;
      name.put(Role.SUBTITLES, mark.value, mark.first, mark.last);
      turned++;
      i = step > 0 ? mark.last + 1 : mark.first - 1;
      i += name.isRole(i, Role.AND) && isLanguage(i + step) ? step : 0;
    }
    return turned;
  }

  private boolean isLanguage(int i) {
    return name.isRole(i, Role.LANGUAGE) && i >= name.titleEnd;
  }

  private boolean isBeside(int i, int step) {
    int gap = step > 0 ? i : i + 1;
    return gap < name.size()
        && name.gapLength(gap) <= 3
        && !name.gapHas(gap, '|')
        && !name.gapHas(gap, '[')
        && !name.gapHas(gap, ']');
  }
}
