package org.betor.api.name;

/** Reads what numbers measure: 1920x1080, 5.1 channels, 1.4 GB, a checksum. */
final class Measures {
  private static final int CRC_DIGITS = 8;

  private final Reading name;

  Measures(Reading name) {
    this.name = name;
  }

  void read() {
    for (int i = 0; i < name.size(); i++) {
      Bracket bracket = name.bracket(i);
      if (bracket.first == i && isCrc(bracket)) {
        name.put(Role.CRC, name.text(i, bracket.last - 1), i, bracket.last - 1);
      }
      if (name.token(i).number && name.isFree(i)) {
        number(i);
      }
    }
  }

  private void number(int i) {
    if (anniversary(i)) {
      return;
    }
    if (isBareLines(i)) {
      name.put(Role.RESOLUTION, name.number(i) + "p", i, i);
      return;
    }
    if (name.number(i) == 10 && name.isGlued(i) && name.isRole(i - 1, Role.VIDEO_CODEC)) {
      name.put(Role.BIT_DEPTH, "10", i, i);
    } else if (!frame(i) && !size(i)) {
      channels(i);
    }
    if (name.is(i - 1, "v")
        && name.isGlued(i)
        && !name.isGlued(i - 1)
        && name.number(i) > 0
        && name.number(i) < 10) {
      name.put(Role.VERSION, name.text(i, i), i - 1, i).doubtful = true;
    }
  }

  /** Lines without their letter, before or behind certain words, as in 720.HDTV. */
  private boolean isBareLines(int i) {
    int lines = name.number(i);
    boolean known = lines == 720 || lines == 1080 || lines == 2160;
    boolean behind = name.isNear(i + 1) && !name.isGlued(i + 1) && isPicture(i + 1);
    return known && !name.isGlued(i) && behind;
  }

  private boolean isPicture(int i) {
    Role role = name.role(i);
    boolean picture = role == Role.SOURCE || role == Role.VIDEO_CODEC || role == Role.BIT_DEPTH;
    return picture && name.isCertain(i);
  }

  /** Such as 50th Anniversary Edition. */
  private boolean anniversary(int i) {
    Mark edition = name.mark(i + 2);
    boolean ordinal = edition.role == Role.EDITION && edition.value.equals("Anniversary");
    if (!ordinal || !name.isGlued(i + 1)) {
      return false;
    }
    name.put(Role.EDITION, edition.value, i, edition.last).doubtful = true;
    return true;
  }

  private boolean isCrc(Bracket bracket) {
    int start = bracket.open + 1;
    if (bracket.close - start != CRC_DIGITS) {
      return false;
    }
    boolean digit = false;
    boolean letter = false;
    for (int i = start; i < bracket.close; i++) {
      char sign = name.letters[i];
      digit |= Letters.isDigit(sign);
      letter |= sign >= 'a' && sign <= 'f';
      if (!Letters.isDigit(sign) && (sign < 'a' || sign > 'f')) {
        return false;
      }
    }
    return (digit && (letter || (bracket.isOutermost() && name.letters[bracket.open] == '[')))
        || (letter && name.isCapitals(start, bracket.close));
  }

  /** Such as 1920x1080 or 1280*720. */
  private boolean frame(int i) {
    int width = name.number(i);
    boolean letter = name.is(i + 1, "x") && name.isGlued(i + 1) && name.isGlued(i + 2);
    int last = letter ? i + 2 : i + 1;
    int height = name.number(last);
    boolean frame = width >= 320 && width <= 8192 && height >= 200 && height <= 4320;
    if (!frame
        || (!letter && !name.isGap(last, "*"))
        || height >= width
        || isEpisode(width, height)) {
      return false;
    }
    boolean lines = name.is(last + 1, "p") && name.isGlued(last + 1);
    name.put(Role.RESOLUTION, lines(width, height) + "p", i, lines ? last + 1 : last);
    return true;
  }

  /** Such as 2016x231, where the season is a year. */
  private static boolean isEpisode(int width, int height) {
    return width > 1920 && width < 2048 && height < 400;
  }

  /** Pictures are cut at top and bottom, so the width tells the class. */
  private static int lines(int width, int height) {
    if (width >= 3800) {
      return 2160;
    }
    if (width >= 1900) {
      return 1080;
    }
    return width >= 1270 && width <= 1280 ? 720 : height;
  }

  /** Such as 1.4 GB, 700MB or 2,8 GB. */
  private boolean size(int i) {
    int last = i;
    boolean point = name.isGap(i + 1, ".") || name.isGap(i + 1, ",");
    if (point && name.token(i + 1).number && name.token(i + 1).length() <= 3) {
      last = i + 1;
    }
    int unit = last + 1;
    if (!isUnit(unit) || (!name.isGlued(unit) && !name.isGap(unit, " "))) {
      return false;
    }
    int start = name.token(i).start;
    String amount = name.text.substring(start, name.token(last).end).replace(',', '.');
    String letters = name.text(unit, unit).toUpperCase(java.util.Locale.ROOT);
    name.put(Role.SIZE, amount + " " + letters.replace('I', 'i'), i, unit);
    return true;
  }

  private boolean isUnit(int i) {
    return name.is(i, "gb")
        || name.is(i, "mb")
        || name.is(i, "gib")
        || name.is(i, "mib")
        || name.is(i, "tb")
        || name.is(i, "kb");
  }

  private void channels(int i) {
    Mark before = name.mark(i - 1);
    boolean audio = before.role == Role.AUDIO_CODEC && (name.isNear(i) || name.isGap(i, "-"));
    boolean beside =
        audio || ((before.role == Role.DUAL || before.role == Role.DUBBED) && name.isNear(i));
    int value = name.number(i);
    if (audio && name.isGlued(i) && isLayout(value / 10, value % 10) && value > 9) {
      name.put(Role.CHANNELS, value / 10 + "." + value % 10, i, i);
      return;
    }
    boolean joined =
        beside ? name.isOneSign(i + 1) : name.isGap(i + 1, ".") || isBetweenBrackets(i);
    if (!name.isFree(i) || !name.isFree(i + 1) || !joined || name.token(i).length() != 1) {
      return;
    }
    int bass = name.number(i + 1);
    if (name.token(i + 1).length() == 1 && isLayout(value, bass)) {
      boolean suffix = name.is(i + 2, "ch") && name.isClose(i + 2);
      Mark mark = name.put(Role.CHANNELS, value + "." + bass, i, suffix ? i + 2 : i + 1);
      mark.doubtful = !beside && !suffix;
    }
  }

  /** Such as [5-1]. */
  private boolean isBetweenBrackets(int i) {
    Bracket bracket = name.bracket(i);
    return bracket.first == i
        && bracket.last == i + 2
        && bracket.open > 0
        && name.isGap(i + 1, "-")
        && i > 2;
  }

  private static boolean isLayout(int channels, int bass) {
    return channels >= 1 && channels <= 9 && bass >= 0 && bass <= 2;
  }
}
