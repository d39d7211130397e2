package org.betor.api.name;

/** An older habit of naming episodes: show.501.hdtv is the first one of the fifth season. */
final class SceneNumber {
  private SceneNumber() {}

  static boolean isAt(Reading name, int i) {
    Mark next = name.mark(i + 1);
    boolean broadcast = next.role == Role.SOURCE && !next.doubtful && next.value.endsWith("TV");
    return broadcast && i > name.titleStart && name.isOneSign(i) && isNumber(name, i);
  }

  static void read(Reading name, int i) {
    int number = name.number(i);
    Ranges episodes = new Ranges();
    int before = name.number(i - 1);
    boolean two = isNumber(name, i - 1) && before / 100 == number / 100 && before < number;
    if (two) {
      episodes.add(before % 100);
    }
    episodes.add(number % 100);
    Mark season = name.put(Role.SEASON, Integer.toString(number / 100), two ? i - 1 : i, i);
    name.more.add(new Mark(Role.EPISODE, episodes.toString(), season.first, season.last, false));
  }

  /** Three or four digits, of which the last two are an episode, and no year. */
  private static boolean isNumber(Reading name, int i) {
    int number = name.number(i);
    boolean year = number >= 1_900 && number <= 2_100;
    return number > 0
        && number % 100 > 0
        && !year
        && name.token(i).length() >= 3
        && name.token(i).length() <= 4
        && name.isFree(i)
        && !name.isGlued(i)
        && !name.isGlued(i + 1);
  }
}
