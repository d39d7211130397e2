package org.betor.api.name;

import org.jspecify.annotations.Nullable;

/** Reads the words that the vocabulary knows. */
final class KnownWords {
  private static final Vocabulary VOCABULARY = Vocabulary.load();

  private final Reading name;

  KnownWords(Reading name) {
    this.name = name;
  }

  void read() {
    for (int i = 0; i < name.size(); ) {
      Mark mark = name.isFree(i) ? find(i) : null;
      if (mark == null) {
        i++;
      } else {
        name.put(mark);
        i = mark.last + 1;
      }
    }
  }

  private @Nullable Mark find(int token) {
    Mark mark = VOCABULARY.find(name, token);
    return mark == null || !isAlone(mark) ? null : mark;
  }

  /** Doubtful words count only as words of their own, not as half of one such as TS2. */
  private boolean isAlone(Mark mark) {
    if (!mark.doubtful) {
      return true;
    }
    boolean before =
        name.isGlued(mark.first)
            && !isIdeograph(mark)
            && !name.is(mark.first - 1, "x")
            && !isCounted(mark);
    boolean behind = name.isGlued(mark.last + 1) && !takesNumber(mark) && !isIdeograph(mark);
    return !before && !behind;
  }

  /** Such as 2Ukr, for two tracks. */
  private boolean isCounted(Mark mark) {
    Token before = name.token(mark.first - 1);
    return mark.role == Role.LANGUAGE && before.number && before.length() == 1;
  }

  private boolean isIdeograph(Mark mark) {
    return Letters.isIdeograph(name.letters[name.token(mark.first).start]);
  }

  private boolean takesNumber(Mark mark) {
    return switch (mark.role) {
      case SOURCE -> isResolution(mark.last + 1);
      case AUDIO_CODEC, SEASON_WORD, EPISODE_WORD, PART_WORD, VOLUME, REPOST -> true;
      default -> false;
    };
  }

  private boolean isResolution(int token) {
    Mark mark = name.token(token).number ? VOCABULARY.find(name, token) : null;
    return mark != null && mark.role == Role.RESOLUTION;
  }
}
